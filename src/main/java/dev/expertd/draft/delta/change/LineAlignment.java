package dev.expertd.draft.delta.change;

import dev.expertd.model.FileDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a diff when the amount of white space does not count: a block that was only indented is no change.
 * The space between {@code new} and {@code String} stays one; without it, two different calls would be equal.
 */
final class LineAlignment {
    /** Table cells; beyond them the edits are aligned one by one, and beyond that not at all. */
    private static final long CELLS = 2_000_000;

    private static final int WORDS = 4;

    private final String[] before;
    private final String[] after;
    private final List<Hunk> hunks = new ArrayList<>();

    private LineAlignment(String[] before, String[] after) {
        this.before = before;
        this.after = after;
    }

    static List<Hunk> hunks(FileDiff diff) {
        List<FileDiff.Edit> edits = diff.edits();
        if (edits.isEmpty()) {
            return List.of();
        }
        LineAlignment alignment = new LineAlignment(normal(diff.before()), normal(diff.after()));
        FileDiff.Edit first = edits.get(0);
        FileDiff.Edit last = edits.get(edits.size() - 1);
        FileDiff.Edit all =
                new FileDiff.Edit(first.beforeStart(), last.beforeEnd(), first.afterStart(), last.afterEnd());
        if (cells(all) <= CELLS) {
            alignment.align(all);
        } else {
            edits.forEach(alignment::align);
        }
        return alignment.hunks;
    }

    private static String[] normal(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i].strip().replaceAll("\\s+", " ");
        }
        return lines;
    }

    private static long cells(FileDiff.Edit edit) {
        return (long) (edit.beforeEnd() - edit.beforeStart() + 1) * (edit.afterEnd() - edit.afterStart() + 1);
    }

    private void align(FileDiff.Edit edit) {
        int b = edit.beforeStart();
        int bEnd = Math.min(edit.beforeEnd(), before.length);
        int a = edit.afterStart();
        int aEnd = Math.min(edit.afterEnd(), after.length);
        while (b < bEnd && a < aEnd && before[b].equals(after[a])) {
            b++;
            a++;
        }
        while (b < bEnd && a < aEnd && before[bEnd - 1].equals(after[aEnd - 1])) {
            bEnd--;
            aEnd--;
        }
        if ((long) (bEnd - b + 1) * (aEnd - a + 1) > CELLS) {
            add(b, bEnd, a, aEnd);
            return;
        }
        int[][] table = table(b, bEnd, a, aEnd);
        int i = 0;
        int j = 0;
        int fromBefore = b;
        int fromAfter = a;
        while (b + i < bEnd && a + j < aEnd) {
            if (before[b + i].equals(after[a + j]) && table[i][j] == table[i + 1][j + 1] + weight(before[b + i])) {
                add(fromBefore, b + i, fromAfter, a + j);
                i++;
                j++;
                fromBefore = b + i;
                fromAfter = a + j;
            } else if (table[i + 1][j] >= table[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        add(fromBefore, bEnd, fromAfter, aEnd);
    }

    /** The heaviest common subsequence: lines with words weigh more than lone brackets. */
    private int[][] table(int b, int bEnd, int a, int aEnd) {
        int[][] table = new int[bEnd - b + 1][aEnd - a + 1];
        for (int i = bEnd - b - 1; i >= 0; i--) {
            for (int j = aEnd - a - 1; j >= 0; j--) {
                int skip = Math.max(table[i + 1][j], table[i][j + 1]);
                table[i][j] = before[b + i].equals(after[a + j])
                        ? Math.max(skip, table[i + 1][j + 1] + weight(before[b + i]))
                        : skip;
            }
        }
        return table;
    }

    private static int weight(String line) {
        return Statements.isEmpty(line) ? 1 : WORDS;
    }

    private void add(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {
        if (beforeEnd > beforeStart || afterEnd > afterStart) {
            hunks.add(new Hunk(beforeStart, beforeEnd, afterStart, afterEnd));
        }
    }
}
