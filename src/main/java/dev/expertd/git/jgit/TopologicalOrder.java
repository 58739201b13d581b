package dev.expertd.git.jgit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.revwalk.RevCommit;

/** The order of {@code git rev-list --topo-order --reverse}: parents first, lines of history kept together. */
final class TopologicalOrder {
    private TopologicalOrder() {}

    /** Sorts commits that come newest first. */
    static List<String> parentsFirst(List<RevCommit> newestFirst) {
        Map<RevCommit, Integer> children = new HashMap<>();
        newestFirst.forEach(commit -> children.put(commit, 0));
        for (RevCommit commit : newestFirst) {
            for (RevCommit parent : commit.getParents()) {
                children.computeIfPresent(parent, (known, count) -> count + 1);
            }
        }
        Deque<RevCommit> ready = new ArrayDeque<>();
        newestFirst.stream()
                .filter(commit -> children.getOrDefault(commit, 0) == 0)
                .forEach(ready::addLast);
        List<String> order = new ArrayList<>(newestFirst.size());
        while (!ready.isEmpty()) {
            RevCommit next = ready.removeFirst();
            order.add(next.name());
            for (RevCommit parent : next.getParents()) {
                Integer left = children.computeIfPresent(parent, (known, count) -> count - 1);
                if (left != null && left == 0) {
                    ready.addFirst(parent);
                }
            }
        }
        Collections.reverse(order);
        return order;
    }
}
