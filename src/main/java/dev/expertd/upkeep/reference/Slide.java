package dev.expertd.upkeep.reference;

import dev.expertd.model.FileDiff;

/**
 * An edit that only puts in or only takes out lines, where the text leaves open which of several equal lines it was: of
 * <em>a b a</em> nobody knows which <em>a</em> was there before. What begins furthest to the left is taken, as people put
 * in whole blocks; if that leaves several places, the lines between these are uncertain.
 *
 * @param edit at the first of its places
 * @param reach by how many lines it may be shifted down
 */
record Slide(FileDiff.Edit edit, int reach) {
    private static final int FARTHEST = 100;

    /**
     * @param floor the first line of the older text that belongs to no edit before
     * @param ceiling the first line of the older text that belongs to the next edit
     */
    static Slide of(FileDiff.Edit edit, Landmarks before, Landmarks after, int floor, int ceiling) {
        boolean added = edit.beforeStart() == edit.beforeEnd();
        if (!added && edit.afterStart() != edit.afterEnd()) {
            return new Slide(edit, 0);
        }
        Landmarks text = added ? after : before;
        int start = added ? edit.afterStart() : edit.beforeStart();
        int end = added ? edit.afterEnd() : edit.beforeEnd();
        int up = 0;
        while (up < FARTHEST && edit.beforeStart() - up > floor && same(text, start - up - 1, end - up - 1)) {
            up++;
        }
        int down = 0;
        while (down < FARTHEST && edit.beforeEnd() + down < ceiling && same(text, start + down, end + down)) {
            down++;
        }
        int least = Integer.MAX_VALUE;
        int first = 0;
        int last = 0;
        for (int shift = -up; shift <= down; shift++) {
            int indent = indent(text, start + shift, end + shift);
            if (indent < least) {
                least = indent;
                first = shift;
            }
            if (indent == least) {
                last = shift;
            }
        }
        return new Slide(
                new FileDiff.Edit(
                        edit.beforeStart() + first,
                        edit.beforeEnd() + first,
                        edit.afterStart() + first,
                        edit.afterEnd() + first),
                last - first);
    }

    /** True if it depends on the place what became of a line of the older text, counted from 0. */
    boolean leavesOpen(int line) {
        int core = edit.beforeStart() + reach;
        return line >= edit.beforeStart()
                && line < edit.beforeEnd() + reach
                && !(line >= core && line < edit.beforeEnd());
    }

    private static boolean same(Landmarks text, int one, int other) {
        return one >= 0 && other < text.count() && text.line(one + 1).equals(text.line(other + 1));
    }

    /** Of the first line that is not empty. */
    private static int indent(Landmarks text, int start, int end) {
        for (int i = start; i < end; i++) {
            String line = text.line(i + 1);
            if (!line.isBlank()) {
                return line.length() - line.stripLeading().length();
            }
        }
        return 0;
    }
}
