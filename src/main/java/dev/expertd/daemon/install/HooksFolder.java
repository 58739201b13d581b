package dev.expertd.daemon.install;

import java.nio.file.Path;
import java.util.List;

/** Asks git where it looks for a repository's hooks. */
public final class HooksFolder {
    private HooksFolder() {}

    /** The folder as git names it, {@code core.hooksPath} respected; the repository's own if git cannot be asked. */
    public static Path of(Path workTree, Path commonDir) {
        return GitQuestion.ask(workTree, List.of("rev-parse", "--git-path", "hooks"))
                .map(said -> said.endsWith("\n") ? said.substring(0, said.length() - 1) : said)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> workTree.resolve(folder).normalize())
                .orElseGet(() -> commonDir.resolve("hooks"));
    }
}
