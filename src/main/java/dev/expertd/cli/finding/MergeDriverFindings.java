package dev.expertd.cli.finding;

import dev.expertd.daemon.install.MergeDriver;
import dev.expertd.git.GitException;
import dev.expertd.git.GitLayout;
import dev.expertd.git.GitReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the program that a repository's merge driver calls is there. */
public final class MergeDriverFindings {
    private static final Pattern PROGRAM = Pattern.compile("test -x '((?:[^']|'\\\\+'')+)'");

    private MergeDriverFindings() {}

    public static List<Finding> of(Path worktree) {
        try {
            GitLayout layout = GitReaders.layout(worktree);
            return new MergeDriver(layout.workTree(), layout.commonDir())
                    .status(List.of())
                    .driver()
                    .map(PROGRAM::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1).replaceAll("'\\\\+''", "'").replace("%%", "%"))
                    .filter(program -> !Files.isExecutable(Path.of(program)))
                    .map(program -> List.of(Finding.problem(
                            "merge driver",
                            "its program " + program + " is gone, so git merges as ever",
                            "`expertd merge-driver install -C " + worktree + "`")))
                    .orElse(List.of());
        } catch (GitException | IOException e) {
            return List.of(); // told by whoever looks at the repository itself
        }
    }
}
