package dev.expertd.learn;

import dev.expertd.git.GitReader;
import dev.expertd.judge.Blame;
import dev.expertd.model.Commit;
import dev.expertd.model.Failure;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The commits between two looks at a test: after the one, up to the other. */
final class CommitRange {
    /** Nothing is known of where it began. */
    static final CommitRange NONE = new CommitRange(List.of(), List.of());

    private static final int COMMITS = 200;
    private static final int SHORT = 7;

    private final List<String> commits;
    private final List<String> ranked;

    private CommitRange(List<String> commits, List<String> ranked) {
        this.commits = commits;
        this.ranked = ranked;
    }

    /**
     * The commits after {@code from} up to {@code to}, merges left out.
     *
     * @param dirty the look at {@code from} was at uncommitted changes, so its own commit may hold the difference
     */
    static CommitRange between(GitReader git, String from, String to, boolean dirty, Failure failure) {
        List<String> ids = from.equals(to)
                ? (dirty ? List.of(to) : List.of())
                : git.reachable(List.of(to), List.of(from), COMMITS);
        List<Commit> commits = ids.stream()
                .flatMap(id -> git.commit(id).stream())
                .filter(commit -> !commit.isMerge())
                .toList();
        return new CommitRange(ids(commits), ids(Blame.ranked(commits, failure)));
    }

    /** The same commits by the ids that they have now. */
    CommitRange called(UnaryOperator<String> idNow) {
        return new CommitRange(
                commits.stream().map(idNow).toList(), ranked.stream().map(idNow).toList());
    }

    /** Full ids, the likeliest first. */
    List<String> ids() {
        return ranked;
    }

    /** {@code 1a2b3c4}, or {@code 1a2b3c4..5d6e7f8} for several; empty if there is none. */
    Optional<String> words() {
        if (commits.isEmpty()) {
            return Optional.empty();
        }
        String last = shortened(commits.get(commits.size() - 1));
        return Optional.of(commits.size() == 1 ? last : shortened(commits.get(0)) + ".." + last);
    }

    static String shortened(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    private static List<String> ids(List<Commit> commits) {
        return commits.stream().map(Commit::id).toList();
    }
}
