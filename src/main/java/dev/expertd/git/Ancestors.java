package dev.expertd.git;

import dev.expertd.git.plumbing.Plumbing;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers whether commits are ancestors of a few others, such as HEAD. A walk for each question goes over the same
 * commits again and again; so after a few questions about one descendant its newest ancestors are kept. If those are all
 * there are, as in most repositories, what is not among them needs no walk either: of a backlog on other branches each
 * commit would cost one over the whole history, in each pass.
 */
final class Ancestors {
    private static final int FEW = 3;
    private static final int NEWEST = 2000;
    private static final int DESCENDANTS = 64;

    private final Plumbing plumbing;
    private final Map<String, Integer> questions = new HashMap<>();
    private final Map<String, Set<String>> newest = new HashMap<>();

    Ancestors(Plumbing plumbing) {
        this.plumbing = plumbing;
    }

    boolean isAncestor(String ancestor, String descendant) throws IOException {
        Set<String> known = newestOf(descendant);
        return known.contains(ancestor) || !isAll(known) && plumbing.isAncestor(ancestor, descendant);
    }

    /** True if the walk ended by itself. */
    private static boolean isAll(Set<String> known) {
        return !known.isEmpty() && known.size() < NEWEST;
    }

    /** Some of its ancestors; none before the third question about it. */
    private Set<String> newestOf(String descendant) throws IOException {
        Set<String> known = newest.get(descendant);
        if (known != null) {
            return known;
        }
        if (questions.merge(descendant, 1, Integer::sum) < FEW || newest.size() >= DESCENDANTS) {
            return Set.of();
        }
        Set<String> walked = new HashSet<>(plumbing.reachable(List.of(descendant), List.of(), NEWEST));
        newest.put(descendant, walked);
        return walked;
    }
}
