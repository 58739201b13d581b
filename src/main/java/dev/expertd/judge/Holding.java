package dev.expertd.judge;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How far a commit holds a file as it was when a run tested it. */
public enum Holding {
    EXACTLY,
    /** The same code laid out anew, as a formatting hook leaves it. */
    REFORMATTED,
    /** What was edited for the run stands in the commit, among later edits. */
    AND_MORE,
    NOT;

    /** What formatters move, add and take away. Brackets are among it: long lines get them. */
    private static final Pattern LAYOUT = Pattern.compile("[\\s;,()]+");

    private static final Pattern QUOTE = Pattern.compile("['`]");

    /**
     * Compares the text that was tested with the committed one.
     *
     * @param before the text in the commit's parent; empty for a new file
     */
    public static Holding of(String before, String tested, String committed) {
        if (tested.equals(committed)) {
            return EXACTLY;
        }
        String whole = squeezed(committed);
        if (squeezed(tested).equals(whole)) {
            return REFORMATTED;
        }
        return holdsEdit(before, tested, committed, whole) ? AND_MORE : NOT;
    }

    /** Every line that the edit brought still stands there, and those that it took away do not. */
    private static boolean holdsEdit(String before, String tested, String committed, String whole) {
        Map<String, Integer> edit = new HashMap<>();
        tested.lines().forEach(line -> edit.merge(squeezed(line), 1, Integer::sum));
        before.lines().forEach(line -> edit.merge(squeezed(line), -1, Integer::sum));
        edit.remove("");
        Map<String, Integer> kept = new HashMap<>();
        committed.lines().forEach(line -> kept.merge(squeezed(line), 1, Integer::sum));
        Map<String, Integer> old = new HashMap<>();
        before.lines().forEach(line -> old.merge(squeezed(line), 1, Integer::sum));
        boolean edited = false;
        for (Map.Entry<String, Integer> line : edit.entrySet()) {
            edited |= line.getValue() != 0;
            boolean stands = line.getValue() <= 0 || whole.contains(line.getKey());
            boolean gone =
                    line.getValue() >= 0 || kept.getOrDefault(line.getKey(), 0) < old.getOrDefault(line.getKey(), 0);
            if (!stands || !gone) {
                return false;
            }
        }
        return edited;
    }

    private static String squeezed(String text) {
        return QUOTE.matcher(LAYOUT.matcher(text).replaceAll("")).replaceAll("\"");
    }
}
