package dev.expertd.learn;

import dev.expertd.git.GitReader;
import dev.expertd.model.Commit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Commits that were read before, without their messages: a commit never changes, and its files cost most to read. */
final class PastCommits {
    private static final int KEPT = 2_000;

    private final Map<String, Commit> read = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Commit> eldest) {
            return size() > KEPT;
        }
    };

    /** The commits before one, newest first; merges among them. */
    synchronized List<Commit> before(Commit commit, GitReader git, int limit) {
        read.put(commit.id(), commit.saying(""));
        PriorityQueue<Commit> next = new PriorityQueue<>(
                Comparator.comparing(Commit::committed).reversed().thenComparing(Commit::id));
        Set<String> met = new HashSet<>();
        List<Commit> found = new ArrayList<>();
        Commit now = commit;
        while (now != null && found.size() < limit) {
            for (String parent : now.parents()) {
                if (met.add(parent)) {
                    read(parent, git).ifPresent(next::add);
                }
            }
            now = next.poll();
            if (now != null) {
                found.add(now);
            }
        }
        return found;
    }

    private Optional<Commit> read(String id, GitReader git) {
        Optional<Commit> commit =
                Optional.ofNullable(read.get(id)).or(() -> git.commit(id).map(past -> past.saying("")));
        commit.ifPresent(found -> read.put(id, found));
        return commit;
    }
}
