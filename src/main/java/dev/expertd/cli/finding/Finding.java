package dev.expertd.cli.finding;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that was looked at: how it is and, if it is not well, what mends it.
 *
 * @param about what was looked at
 * @param mend a command, or what else to do; empty if all is well
 */
public record Finding(String about, String words, String mend) {
    public Finding {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(mend, "mend");
    }

    public static Finding ok(String about, String words) {
        return new Finding(about, words, "");
    }

    public static Finding problem(String about, String words, String mend) {
        if (mend.isEmpty()) {
            throw new IllegalArgumentException("nothing is said of how to mend " + about);
        }
        return new Finding(about, words, mend);
    }

    /** For what ends with its own remedy, behind a semicolon. */
    public static Finding problem(String about, String wordsAndMend) {
        int at = wordsAndMend.lastIndexOf("; ");
        return at < 0
                ? problem(about, wordsAndMend, "`expertd doctor` tells more")
                : problem(about, wordsAndMend.substring(0, at), wordsAndMend.substring(at + 2));
    }

    public boolean isProblem() {
        return !mend.isEmpty();
    }

    /** The same, for somebody who stands outside of that work tree. */
    public Finding in(Path worktree) {
        return new Finding(about, CommandsIn.of(worktree, words), CommandsIn.of(worktree, mend));
    }

    /** The finding in one line. */
    public String line() {
        return (about.isEmpty() ? "" : about + ": ") + words + (isProblem() ? "; " + mend : "");
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("about", about);
        json.put("ok", !isProblem());
        json.put("words", words);
        json.put("mend", isProblem() ? mend : null);
        return json;
    }
}
