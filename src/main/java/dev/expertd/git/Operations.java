package dev.expertd.git;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what git is in the middle of, from the files it leaves in a worktree's git directory. */
final class Operations {
    private static final Map<String, String> MARKS = new TreeMap<>(Map.of(
            "rebase-merge", "a rebase",
            "rebase-apply", "a rebase or `git am`",
            "MERGE_HEAD", "a merge",
            "CHERRY_PICK_HEAD", "a cherry-pick",
            "REVERT_HEAD", "a revert",
            "BISECT_LOG", "a bisect",
            "sequencer", "a sequence of picks",
            "index.lock", "a git command"));

    private Operations() {}

    static Optional<String> underWay(Path gitDir) {
        return MARKS.entrySet().stream()
                .filter(mark -> Files.exists(gitDir.resolve(mark.getKey()), LinkOption.NOFOLLOW_LINKS))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
