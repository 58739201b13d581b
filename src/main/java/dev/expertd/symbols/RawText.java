package dev.expertd.symbols;

/** Texts in which a back-slash is itself, with marks of their own for the end. */
final class RawText {
    private static final int LONGEST_MARK = 16;

    private RawText() {}

    /** The end of Rust's {@code r#"..."#}, if the quote begins one; -1 if it is never closed, 0 if it begins none. */
    static int rustEnd(char[] text, int quote) {
        int hash = quote;
        while (hash > 0 && text[hash - 1] == '#' && quote - hash < LONGEST_MARK) {
            hash--;
        }
        if (hash == 0 || text[hash - 1] != 'r' || isPartOfName(text, hash - 2)) {
            return 0;
        }
        return closed(text, quote + 1, "\"" + "#".repeat(quote - hash));
    }

    /** The same of {@code R"mark(...)mark"} in C++. */
    static int cppEnd(char[] text, int quote) {
        if (quote == 0 || text[quote - 1] != 'R' || isPartOfName(text, quote - 2)) {
            return 0;
        }
        int open = quote + 1;
        while (open < text.length && text[open] != '(') {
            if (open - quote > LONGEST_MARK || text[open] <= ' ' || text[open] == '"') {
                return 0;
            }
            open++;
        }
        return closed(text, open, ")" + new String(text, quote + 1, Math.max(0, open - quote - 1)) + "\"");
    }

    /** The same of {@code @"..."} in C#, where two quotes are one. */
    static int verbatimEnd(char[] text, int quote) {
        boolean verbatim =
                quote > 0 && (text[quote - 1] == '@' || text[quote - 1] == '$' && quote > 1 && text[quote - 2] == '@');
        if (!verbatim) {
            return 0;
        }
        for (int i = quote + 1; i < text.length; i++) {
            if (text[i] == '"') {
                if (i + 1 >= text.length || text[i + 1] != '"') {
                    return i + 1;
                }
                i++;
            }
        }
        return -1;
    }

    /** Letters before the mark that belong to it ({@code br}, {@code u8R}) are no name. */
    private static boolean isPartOfName(char[] text, int at) {
        return at >= 0 && Character.isJavaIdentifierPart(text[at]) && "bcuUL8".indexOf(text[at]) < 0;
    }

    private static int closed(char[] text, int from, String mark) {
        for (int i = from; i + mark.length() <= text.length; i++) {
            if (text[i] == mark.charAt(0) && matches(text, i, mark)) {
                return i + mark.length();
            }
        }
        return -1;
    }

    private static boolean matches(char[] text, int at, String mark) {
        for (int i = 1; i < mark.length(); i++) {
            if (text[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
