package dev.expertd.git.command;

import dev.expertd.git.plumbing.GitText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Logs of refs that lie in no file of their own, in the form that git's log files have. */
final class RefLogs {
    private static final int ENTRIES = 20_000;
    private static final int OUTPUT_LIMIT = 8 << 20;
    private static final Pattern WHEN = Pattern.compile(".*@\\{(\\d{1,12} [+-]\\d{4})}");

    private RefLogs() {}

    /** {@code <old> <new> <name> <mail> <seconds> <zone>\t<comment>}, oldest first. */
    static List<String> lines(GitCommand git, String ref) throws IOException {
        GitCommand.Answer answer = git.run(
                OUTPUT_LIMIT,
                "",
                "log",
                "--walk-reflogs",
                "--max-count=" + ENTRIES,
                "--date=raw",
                "--no-show-signature",
                "--no-patch",
                "--no-notes",
                "--no-color",
                "-z",
                "--format=%H%n%gn <%ge>%n%gD%n%gs",
                "--end-of-options",
                ref,
                "--");
        Deque<String[]> oldestFirst = new ArrayDeque<>();
        for (String entry : GitText.decode(answer.output()).split("\0", -1)) {
            String[] facts = entry.split("\n", 4);
            if (facts.length == 4) {
                oldestFirst.push(facts);
            }
        }
        List<String> lines = new ArrayList<>();
        String old = "";
        for (String[] facts : oldestFirst) {
            Matcher when = WHEN.matcher(facts[2]);
            if (when.matches()) {
                String before = old.isEmpty() ? "0".repeat(facts[0].length()) : old;
                lines.add(before + " " + facts[0] + " " + facts[1] + " " + when.group(1) + "\t" + facts[3].strip());
                old = facts[0];
            }
        }
        return lines;
    }
}
