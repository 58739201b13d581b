package dev.expertd.expertise;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pieces of one text stand in another, by a longest common subsequence. Where there is a choice, what was added
 * stands as far up as it can: the blank line before a new bullet is added, not the one behind it.
 */
final class Alignment {
    private static final long LARGEST = 4_000_000;

    private Alignment() {}

    /**
     * For each piece of {@code from} its place in {@code to}, or -1.
     *
     * @throws ExpertiseException if the texts are large and have too little in common
     */
    static int[] of(List<MergeBlock> from, List<MergeBlock> to) throws ExpertiseException {
        Map<String, Integer> numbers = new HashMap<>();
        int[] a = numbered(from, numbers);
        int[] b = numbered(to, numbers);
        int[] match = new int[a.length];
        Arrays.fill(match, -1);
        int endA = a.length;
        int endB = b.length;
        while (endA > 0 && endB > 0 && a[endA - 1] == b[endB - 1]) {
            match[--endA] = --endB;
        }
        int start = 0;
        while (start < endA && start < endB && a[start] == b[start]) {
            match[start] = start++;
        }
        between(a, b, start, endA, endB, match);
        return match;
    }

    private static void between(int[] a, int[] b, int start, int endA, int endB, int[] match)
            throws ExpertiseException {
        int rows = endA - start;
        int columns = endB - start;
        if ((long) rows * columns > LARGEST) {
            throw new ExpertiseException("has changed too much");
        }
        int[][] common = new int[rows + 1][columns + 1];
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                common[i][j] = a[start + i - 1] == b[start + j - 1]
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        int i = rows;
        int j = columns;
        while (i > 0 && j > 0) {
            if (a[start + i - 1] == b[start + j - 1]) {
                match[start + --i] = start + --j;
            } else if (common[i - 1][j] >= common[i][j - 1]) {
                i--;
            } else {
                j--;
            }
        }
    }

    private static int[] numbered(List<MergeBlock> blocks, Map<String, Integer> numbers) {
        return blocks.stream()
                .mapToInt(block -> numbers.computeIfAbsent(block.key(), key -> numbers.size()))
                .toArray();
    }
}
