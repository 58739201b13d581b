package dev.expertd.judge;

import dev.expertd.model.Commit;
import dev.expertd.model.Failure;
import dev.expertd.model.FileChange;
import java.util.Comparator;
import java.util.List;

/** Which of the commits between green and red comes first into question: the one whose files the stack names. */
public final class Blame {
    private Blame() {}

    /**
     * The same commits, those first that touched most of the files that the failure names; among equals the newest.
     *
     * @param commits oldest first
     */
    public static List<Commit> ranked(List<Commit> commits, Failure failure) {
        String stack = failure.message() + "\n" + failure.body();
        Comparator<Commit> mostNamed = Comparator.comparingLong(commit -> -named(commit, stack));
        return commits.stream()
                .sorted(mostNamed.thenComparing(
                        Comparator.comparingInt(commits::indexOf).reversed()))
                .toList();
    }

    /** How many of the commit's files the text names. */
    public static long named(Commit commit, String text) {
        return commit.files().stream()
                .map(FileChange::fileName)
                .filter(text::contains)
                .count();
    }
}
