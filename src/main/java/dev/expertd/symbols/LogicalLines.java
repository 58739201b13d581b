package dev.expertd.symbols;

/**
 * The lines of an indented language as its reader sees them: continued in brackets, in long strings and by a
 * back-slash. Call {@link #next()} first; then the others speak of the line it moved to.
 */
public final class LogicalLines {
    private static final int TAB = 8;
    private static final int HEAD = 400;

    private final SourceText source;
    private final String bare;
    private final boolean bracketed;
    private int position;
    private int line;
    private int first;
    private int last;
    private int indent;
    private int start;
    private int end;
    private String head = "";

    /**
     * Reads a text.
     *
     * @param bracketed whether an open bracket continues a line
     */
    public LogicalLines(SourceText source, boolean bracketed) {
        this.source = source;
        bare = source.bare();
        this.bracketed = bracketed;
    }

    /** Moves to the next line that holds code; false at the end. */
    public boolean next() {
        while (position < bare.length()) {
            int lineStart = position;
            int lineEnd = lineEnd(lineStart);
            int code = firstCode(lineStart, lineEnd);
            if (code == lineEnd) {
                step(lineEnd);
                continue;
            }
            first = line;
            indent = column(lineStart, code);
            head = bare.substring(code, Math.min(lineEnd, code + HEAD)).strip();
            start = code;
            readOn(code, lineEnd);
            return true;
        }
        return false;
    }

    /** Its first line, counted from 0. */
    public int first() {
        return first;
    }

    /** Its last line, inclusive. */
    public int last() {
        return last;
    }

    /** The column at which it begins; a tab goes to the next multiple of 8. */
    public int indent() {
        return indent;
    }

    /** The offset of its first character. */
    public int start() {
        return start;
    }

    /** The offset behind its last character. */
    public int end() {
        return end;
    }

    /** The code of its first physical line. */
    public String head() {
        return head;
    }

    private void readOn(int from, int to) {
        end = to;
        int depth = depth(0, from, end);
        last = line;
        step(end);
        while (position < bare.length() && (depth > 0 && bracketed || continued(end) || source.isQuoted(end))) {
            int lineEnd = lineEnd(position);
            if (depth > 0 && !source.isQuoted(end) && startsDefinition(firstCode(position, lineEnd))) {
                return; // no bracket holds a definition: one was never closed
            }
            depth = depth(depth, position, lineEnd);
            end = lineEnd;
            last = line;
            step(end);
        }
    }

    private boolean continued(int at) {
        return at > 0 && bare.charAt(at - 1) == '\\';
    }

    private boolean startsDefinition(int at) {
        return bare.startsWith("def ", at) || bare.startsWith("class ", at) || bare.startsWith("async def ", at);
    }

    private int depth(int before, int from, int to) {
        int depth = before;
        for (int i = from; i < to; i++) {
            switch (bare.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
        }
        return depth;
    }

    private int column(int from, int to) {
        int column = 0;
        for (int i = from; i < to; i++) {
            column = bare.charAt(i) == '\t' ? (column / TAB + 1) * TAB : column + 1;
        }
        return column;
    }

    private int firstCode(int from, int to) {
        int i = from;
        while (i < to && Character.isWhitespace(bare.charAt(i))) {
            i++;
        }
        return i;
    }

    private int lineEnd(int from) {
        int end = bare.indexOf('\n', from);
        return end < 0 ? bare.length() : end;
    }

    private void step(int lineEnd) {
        position = lineEnd + 1;
        line++;
    }
}
