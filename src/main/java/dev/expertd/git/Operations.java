package dev.expertd.git;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells what git is in the middle of, from the files it leaves in a worktree's git directory. */
final class Operations {
    /** A file of git's, and what it is the mark of. */
    record Mark(String file, String operation) {}

    /** The outermost first: a rebase leaves the marks of the pick it is at as well. */
    private static final List<Mark> MARKS = List.of(
            new Mark("rebase-merge", "a rebase"),
            new Mark("rebase-apply/applying", "`git am`"),
            new Mark("rebase-apply", "a rebase"),
            new Mark("MERGE_HEAD", "a merge"),
            new Mark("CHERRY_PICK_HEAD", "a cherry-pick"),
            new Mark("REVERT_HEAD", "a revert"),
            new Mark("sequencer", "a sequence of picks"),
            new Mark("BISECT_LOG", "a bisect"),
            new Mark("index.lock", "a git command"));

    private Operations() {}

    static Optional<String> underWay(Path gitDir) {
        return mark(gitDir).map(Mark::operation);
    }

    static Optional<Mark> mark(Path gitDir) {
        return MARKS.stream()
                .filter(mark -> Files.exists(gitDir.resolve(mark.file()), LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }
}
