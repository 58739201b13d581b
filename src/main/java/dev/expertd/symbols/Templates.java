package dev.expertd.symbols;

import java.util.Arrays;

/** Finds the end (-1: there is none) of a back-quoted text of JavaScript, in which code may hold strings and templates of its own. */
final class Templates {
    private final char[] text;

    /** Braces that are open in the code of each level; -1 where a level is in its text. */
    private int[] open = new int[8];

    private int level;

    Templates(char[] text) {
        this.text = text;
    }

    int end(int from) {
        level = 0;
        open[0] = -1;
        int i = from + 1;
        while (i < text.length) {
            i = open[level] < 0 ? inText(i) : inCode(i);
            if (level < 0) {
                return i;
            }
        }
        return -1;
    }

    private int inText(int i) {
        if (text[i] == '\\') {
            return i + 2;
        }
        if (text[i] == '`') {
            level--;
            return i + 1;
        }
        if (text[i] == '$' && i + 1 < text.length && text[i + 1] == '{') {
            open[level] = 0;
            return i + 2;
        }
        return i + 1;
    }

    private int inCode(int i) {
        switch (text[i]) {
            case '"', '\'' -> {
                return Scan.quoteEnd(text, i, false, true);
            }
            case '`' -> push();
            case '{' -> open[level]++;
            case '}' -> open[level]--;
            default -> {}
        }
        return i + 1;
    }

    private void push() {
        level++;
        if (level == open.length) {
            open = Arrays.copyOf(open, level * 2);
        }
        open[level] = -1;
    }
}
