package dev.expertd.draft.delta.change;

/** Writes code that was spread over lines in one line, as its author would have. */
final class Spacing {
    private Spacing() {}

    /**
     * Runs of white space become one space; none is left where a line was broken next to a bracket or a dot.
     *
     * @param from the first character, in both texts
     * @param text what is written
     * @param bare the same without the contents of literals, in which white space stays as it is
     */
    static String oneLine(String text, String bare, int from, int to) {
        StringBuilder line = new StringBuilder(Math.min(to - from, 256));
        boolean space = false;
        boolean broken = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c);
            if (blank && bare.charAt(i) == c || c == '\\' && i + 1 < to && text.charAt(i + 1) == '\n') {
                space = true;
                broken |= c == '\n';
                continue;
            }
            if (space && !line.isEmpty()) {
                char before = line.charAt(line.length() - 1);
                boolean tight = broken && (".)],;".indexOf(c) >= 0 || "([.!".indexOf(before) >= 0);
                if (!tight) {
                    line.append(' ');
                }
            }
            space = false;
            broken = false;
            line.append(blank ? ' ' : c);
        }
        return line.toString();
    }
}
