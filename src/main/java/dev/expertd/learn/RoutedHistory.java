package dev.expertd.learn;

import dev.expertd.curate.route.Question;
import dev.expertd.curate.route.Router;
import dev.expertd.curate.route.Territories;
import dev.expertd.git.GitReader;
import dev.expertd.model.Commit;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.FileChange;
import dev.expertd.model.MovedPath;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says of commits to which experts they belong, each judged with the expertise files and the tree as they stood at it.
 */
public final class RoutedHistory {
    private final GitReader git;
    private final List<MovedPath> moved;
    private final FilesAt files;
    private final Territories territories = new Territories();
    private final Togetherness togetherness = new Togetherness();

    /**
     * @param configured the experts that the settings name; if none, those that stand at each commit
     * @param moved what people said by moving lines
     */
    public RoutedHistory(GitReader git, List<Expert> configured, List<MovedPath> moved) {
        this.git = git;
        this.moved = List.copyOf(moved);
        this.files = new FilesAt(configured);
    }

    /**
     * Shows the commits reachable from one, and not from others, newest first as {@code git log} has them.
     *
     * @param sink is asked after each whether it wants another
     */
    public void each(String tip, Collection<String> without, long limit, Predicate<RoutedCommit> sink) {
        Set<String> inRange =
                without.isEmpty() ? Set.of() : new HashSet<>(git.reachable(List.of(tip), without, Integer.MAX_VALUE));
        PriorityQueue<Met> next = new PriorityQueue<>();
        Set<String> met = new HashSet<>(Set.of(tip));
        if (without.isEmpty() || inRange.contains(tip)) {
            git.commitAlone(tip).ifPresent(commit -> next.add(new Met(commit, 0)));
        }
        for (long count = 0; count < limit && !next.isEmpty(); count++) {
            Commit commit = next.poll().commit();
            if (!sink.test(route(commit))) {
                return;
            }
            for (String parent : commit.parents()) {
                if ((without.isEmpty() || inRange.contains(parent)) && met.add(parent)) {
                    int order = met.size();
                    git.commitAlone(parent).ifPresent(found -> next.add(new Met(found, order)));
                }
            }
        }
    }

    /** A commit that was met on the way; of those made in one second, git shows first what it met first. */
    private record Met(Commit commit, int order) implements Comparable<Met> {
        private static final Comparator<Met> ORDER = Comparator.comparing(
                        (Met met) -> met.commit().committed())
                .reversed()
                .thenComparingInt(Met::order);

        @Override
        public int compareTo(Met other) {
            return ORDER.compare(this, other);
        }
    }

    private RoutedCommit route(Commit commit) {
        files.moveTo(commit.id(), git);
        List<ExpertView> experts = files.experts(git);
        String parent = commit.parents().isEmpty() ? "" : commit.parents().get(0);
        List<String> paths = git.differing(parent, commit.id()).stream()
                .map(FileChange::path)
                .toList();
        Set<String> expertise =
                experts.stream().map(view -> view.expert().file()).collect(Collectors.toSet());
        return new RoutedCommit(
                commit,
                Router.route(
                        new Question(
                                experts,
                                paths,
                                commit.message(),
                                files.files(),
                                togetherness.before(commit, expertise, git),
                                moved),
                        territories));
    }
}
