package dev.expertd.symbols;

/** Where something that began ends: the position behind its last character; -1 if what may span lines never ends. */
final class Scan {
    private static final int LONGEST_CHARACTER = 12;
    private static final int LONGEST_REGEX = 500;

    private Scan() {}

    static int lineEnd(char[] text, int from) {
        int i = from;
        while (i < text.length && text[i] != '\n') {
            i++;
        }
        return i;
    }

    static int blockCommentEnd(char[] text, int from, boolean nested) {
        int depth = 1;
        int i = from + 2;
        while (i < text.length) {
            if (text[i] == '*' && i + 1 < text.length && text[i + 1] == '/') {
                i += 2;
                if (--depth == 0) {
                    return i;
                }
            } else if (nested && text[i] == '/' && i + 1 < text.length && text[i + 1] == '*') {
                depth++;
                i += 2;
            } else {
                i++;
            }
        }
        return -1;
    }

    /** A directive goes on where its line ends in a back-slash. */
    static int directiveEnd(char[] text, int from) {
        int end = lineEnd(text, from);
        while (end < text.length && end > from && text[end - 1] == '\\') {
            end = lineEnd(text, end + 1);
        }
        return end;
    }

    static boolean isFirstOfLine(char[] text, int at) {
        int i = at - 1;
        while (i >= 0 && (text[i] == ' ' || text[i] == '\t')) {
            i--;
        }
        return i < 0 || text[i] == '\n';
    }

    static boolean isTriple(char[] text, int at) {
        return at + 2 < text.length
                && (text[at] == '"' || text[at] == '\'')
                && text[at + 1] == text[at]
                && text[at + 2] == text[at];
    }

    /** Quotes alone on their line, behind a line that opens nothing: they end a text whose beginning is missing. */
    static boolean endsWhatIsMissing(char[] text, int at) {
        boolean alone = isFirstOfLine(text, at) && new String(text, at + 3, lineEnd(text, at) - at - 3).isBlank();
        int before = at - 1;
        while (alone && before >= 0 && text[before] <= ' ') {
            before--;
        }
        return alone && before >= 0 && ":=(,[{\\".indexOf(text[before]) < 0;
    }

    static int tripleEnd(char[] text, int from) {
        char quote = text[from];
        int i = from + 3;
        while (i < text.length) {
            if (text[i] == '\\') {
                i += 2;
            } else if (text[i] == quote && isTriple(text, i)) {
                return i + 3;
            } else {
                i++;
            }
        }
        return -1;
    }

    static int quoteEnd(char[] text, int from, boolean spansLines, boolean escapes) {
        char quote = text[from];
        int i = from + 1;
        while (i < text.length) {
            if (text[i] == '\\' && escapes) {
                i += 2;
            } else if (text[i] == quote) {
                return i + 1;
            } else if (text[i] == '\n' && !spansLines) {
                return i;
            } else {
                i++;
            }
        }
        return spansLines ? -1 : text.length;
    }

    /** Tells {@code 'x'} and {@code '\n'} from a lifetime such as {@code 'a}. */
    static boolean isCharLiteral(char[] text, int at) {
        if (at + 2 < text.length && text[at + 1] != '\\') {
            return text[at + 2] == '\'';
        }
        for (int i = at + 3; i < Math.min(text.length, at + LONGEST_CHARACTER); i++) {
            if (text[i] == '\'') {
                return true;
            }
        }
        return false;
    }

    /** 0 where the line ends first, or goes on too long: it was a division. */
    static int regexEnd(char[] text, int from) {
        boolean set = false;
        for (int i = from + 1; i < Math.min(text.length, from + LONGEST_REGEX) && text[i] != '\n'; i++) {
            if (text[i] == '\\') {
                i++;
            } else if (text[i] == '[') {
                set = true;
            } else if (text[i] == ']') {
                set = false;
            } else if (text[i] == '/' && !set) {
                return i + 1;
            }
        }
        return 0;
    }
}
