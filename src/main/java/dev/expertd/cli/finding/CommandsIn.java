package dev.expertd.cli.finding;

import dev.expertd.io.ShellWord;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that name commands of expertd, for a reader who stands somewhere else. */
public final class CommandsIn {
    /** But for those that need to know no repository. */
    private static final Pattern COMMAND = Pattern.compile("`expertd (?!-C |daemon |doctor|service |init REPO)");

    private static final Pattern PLAIN = Pattern.compile("[\\w./@%+=:,-]+");

    private CommandsIn() {}

    /** The same line, its commands saying in which work tree they are to be run. */
    public static String of(Path worktree, String line) {
        String path = worktree.toString();
        String quoted = PLAIN.matcher(path).matches() ? path : ShellWord.quoted(path);
        return COMMAND.matcher(line).replaceAll(Matcher.quoteReplacement("`expertd -C " + quoted + " "));
    }
}
