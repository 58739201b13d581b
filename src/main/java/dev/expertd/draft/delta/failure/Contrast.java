package dev.expertd.draft.delta.failure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two values that should have been equal, cut to where they differ. */
record Contrast(String wanted, String got) {
    private static final int CONTEXT = 20;
    private static final Pattern MARKED = Pattern.compile("^([^\\[]{0,600})\\[([^\\]]{0,600})\\](.{0,600})$");

    /**
     * Reads two values in which the runner may have marked what differs.
     *
     * @param comparison whether the runner marks the difference in square brackets, as JUnit's ComparisonFailure does
     */
    static Contrast marked(String wanted, String got, boolean comparison, int longest) {
        Matcher mw = MARKED.matcher(Wording.oneLine(wanted));
        Matcher mg = MARKED.matcher(Wording.oneLine(got));
        return mw.matches() && mg.matches() && isMark(mw, mg, comparison)
                ? new Contrast(unmarked(mw, longest), unmarked(mg, longest))
                : of(wanted, got, longest);
    }

    /** Reads two values as they were printed. */
    static Contrast of(String wanted, String got, int longest) {
        String w = Wording.oneLine(wanted);
        String g = Wording.oneLine(got);
        if (w.length() <= longest && g.length() <= longest) {
            return new Contrast(w, g);
        }
        int same = 0;
        while (same < Math.min(w.length(), g.length()) && w.charAt(same) == g.charAt(same)) {
            same++;
        }
        if (same == w.length() && same == g.length()) {
            return new Contrast(Wording.clipped(w, longest), Wording.clipped(g, longest));
        }
        return new Contrast(
                Wording.window(w, same, same + CONTEXT, longest), Wording.window(g, same, same + CONTEXT, longest));
    }

    /** {@code Color[r=0]} is a value, {@code ab[c]d} is a mark. */
    private static boolean isMark(Matcher wanted, Matcher got, boolean comparison) {
        String before = wanted.group(1);
        boolean sameAround = before.equals(got.group(1)) && wanted.group(3).equals(got.group(3));
        boolean word = !before.isEmpty() && Character.isLetterOrDigit(before.charAt(before.length() - 1));
        return sameAround && (comparison || !word);
    }

    private static String unmarked(Matcher marked, int longest) {
        String text = marked.group(1) + marked.group(2) + marked.group(3);
        int from = marked.group(1).length();
        String shown = text.length() <= longest
                ? text
                : Wording.window(text, from, from + marked.group(2).length(), longest);
        return shown.replace("...", "").strip();
    }

    boolean differs() {
        return !Wording.quoted(wanted).equals(Wording.quoted(got));
    }
}
