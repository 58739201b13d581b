package dev.expertd.learn;

import dev.expertd.curate.route.Together;
import dev.expertd.git.GitReader;
import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What changed together with expertise files in the past. Commits never change, so what was read once is kept in
 * memory: parents and time of each, and paths only of those that changed an expertise file.
 */
final class Togetherness {
    /** So many commits back at most. */
    private static final int LOOK = 1_000;

    /** So many commits of each expertise file at most. */
    private static final int EACH = 300;

    private static final int KEPT = 4 * LOOK;

    /** A commit as it is kept; a merge tells nothing of its own. */
    private record Past(
            String id, List<String> parents, Instant committed, List<String> expertise, List<String> paths) {}

    private final Map<String, Past> read = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Past> eldest) {
            return size() > KEPT;
        }
    };

    /** Of the commits before one; {@code expertise} are the files that are asked about. */
    synchronized Together before(Commit commit, Set<String> expertise, GitReader git) {
        Together together = new Together();
        Map<String, Integer> seen = new HashMap<>();
        PriorityQueue<Past> next = new PriorityQueue<>(
                Comparator.comparing(Past::committed).reversed().thenComparing(Past::id));
        Set<String> met = new HashSet<>();
        Collection<String> parents = commit.parents();
        for (int count = 0; count < LOOK; count++) {
            for (String parent : parents) {
                if (met.add(parent)) {
                    past(parent, expertise, git).ifPresent(next::add);
                }
            }
            Past now = next.poll();
            if (now == null) {
                break;
            }
            parents = now.parents();
            List<String> asked = now.expertise().stream()
                    .filter(expertise::contains)
                    .filter(file -> seen.merge(file, 1, Integer::sum) <= EACH)
                    .toList();
            if (!asked.isEmpty()) {
                together.add(asked, now.paths());
            }
        }
        return together;
    }

    private Optional<Past> past(String id, Set<String> expertise, GitReader git) {
        Past known = read.get(id);
        if (known == null) {
            Optional<Commit> commit = git.commitAlone(id);
            if (commit.isEmpty()) {
                return Optional.empty();
            }
            known = past(commit.get(), expertise, git);
            read.put(id, known);
        }
        return Optional.of(known);
    }

    private static Past past(Commit commit, Set<String> expertise, GitReader git) {
        List<String> files = new ArrayList<>();
        List<String> others = new ArrayList<>();
        if (!commit.isMerge()) {
            String parent = commit.parents().isEmpty() ? "" : commit.parents().get(0);
            for (FileChange change : git.differing(parent, commit.id())) {
                (isExpertise(change.path(), expertise) ? files : others).add(change.path());
            }
        }
        return new Past(
                commit.id(),
                commit.parents(),
                commit.committed(),
                List.copyOf(files),
                files.isEmpty() ? List.of() : List.copyOf(others));
    }

    private static boolean isExpertise(String path, Set<String> expertise) {
        return expertise.contains(path);
    }
}
