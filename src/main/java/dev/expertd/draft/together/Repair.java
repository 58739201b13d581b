package dev.expertd.draft.together;

import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A commit that may have added what an earlier one forgot. */
record Repair(Commit commit) {
    /** So many commits before it are looked at. */
    static final int RECENT = 40;

    private static final Duration SOON = Duration.ofDays(30);
    private static final int FEW_FILES = 3;
    private static final int MANY_FILES = 40;
    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(?:fix(?:es|ed|ing)?|missing|missed|forgot(?:ten)?|omitted|hotfix|repair(?:s|ed)?|bugfix)\\b");

    /** Whether it says that it repairs, and is small enough for its change to be the repair. */
    boolean mayComplete(List<FileChange> code) {
        return !code.isEmpty()
                && code.size() <= FEW_FILES
                && WORDS.matcher(commit.message()).find();
    }

    /** Whether the other is recent enough, and small enough for somebody to have forgotten something in it. */
    boolean mayComplete(Commit earlier) {
        return !earlier.isMerge()
                && earlier.files().size() <= MANY_FILES
                && Duration.between(earlier.committed(), commit.committed()).compareTo(SOON) <= 0;
    }
}
