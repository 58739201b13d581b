package dev.expertd.daemon.install;

import dev.expertd.io.ShellWord;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The line that git gives to a shell for each file that it merges. Nothing in it stands in quotes of ours that git puts
 * there: it quotes paths and labels itself.
 *
 * <p>The program says 0 for merged and 3 for markers written; with any other status, or without the program, nothing was
 * done, and {@code git merge-file} merges as if there were no expertd. A status above 128 would make git give up.
 */
final class DriverLine {
    private static final String WITHOUT = "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; s=$?; "
            + "test $s -lt 128 || s=1; exit $s";
    private static final String ARGUMENTS =
            "merge-driver merge --base=%O --ours=%A --theirs=%B --marker-size=%L --path=%P "
                    + "--label-base=%S --label-ours=%X --label-theirs=%Y";

    private DriverLine() {}

    /** The line for a program that is started by these words, the first of them an absolute path. */
    static String of(List<String> program) {
        String words = program.stream().map(DriverLine::quoted).collect(Collectors.joining(" "));
        return "if test -x " + quoted(program.get(0)) + "; then " + words + " " + ARGUMENTS
                + "; case $? in 0) exit 0;; 3) exit 1;; esac; fi; " + WITHOUT;
    }

    /** For the shell, and for git, which reads {@code %} before. */
    private static String quoted(String word) {
        return ShellWord.quoted(word).replace("%", "%%");
    }
}
