package dev.expertd.learn;

import dev.expertd.git.GitReader;
import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines that the newest commits added and took out, as hashes of 64 bits, read once: each commit is held against the
 * twenty acts before it, and to compare all their files anew would cost most of what judging it costs.
 */
final class ChangedLines {
    private static final int COMMITS = 32;

    /** Of more lines in one file the rest says nothing new. */
    private static final int MOST = 10_000;

    private static final Pattern TELLING = Pattern.compile(".*\\p{L}.{3,}.*");
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final Map<String, Map<String, Lines>> commits = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Lines>> eldest) {
            return size() > COMMITS;
        }
    };

    /** Of one file in one commit; both sorted. */
    private static final class Lines {
        private final long[] added;
        private final long[] removed;

        Lines(Optional<FileDiff> diff) {
            added = diff.map(FileDiff::added).map(ChangedLines::telling).orElse(new long[0]);
            removed = diff.map(FileDiff::removed).map(ChangedLines::telling).orElse(new long[0]);
        }
    }

    /** True if the later commit took out or changed a telling line of the file that the earlier one had added to it. */
    boolean meet(Commit earlier, FileChange file, Commit later, FileChange again, GitReader git) {
        long[] added = of(earlier, file, git).added;
        return added.length > 0
                && Arrays.stream(of(later, again, git).removed).anyMatch(line -> Arrays.binarySearch(added, line) >= 0);
    }

    /** Read without the lock: the passes of other repositories do not wait for it. */
    private Lines of(Commit commit, FileChange file, GitReader git) {
        Lines known = known(commit, file);
        if (known == null) {
            known = new Lines(git.diff(commit.id(), file));
            keep(commit, file, known);
        }
        return known;
    }

    private synchronized @Nullable Lines known(Commit commit, FileChange file) {
        return commits.getOrDefault(commit.id(), Map.of()).get(file.path());
    }

    private synchronized void keep(Commit commit, FileChange file, Lines lines) {
        commits.computeIfAbsent(commit.id(), id -> new HashMap<>()).put(file.path(), lines);
    }

    /** Without what stands in every file. */
    private static long[] telling(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> TELLING.matcher(line).matches())
                .limit(MOST)
                .mapToLong(ChangedLines::hash)
                .sorted()
                .toArray();
    }

    /** FNV-1a over the characters. */
    private static long hash(String line) {
        long hash = OFFSET;
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * PRIME;
        }
        return hash;
    }
}
