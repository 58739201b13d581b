package dev.expertd.expertise.reference;

/** Which lines stand inside a code fence; fed line by line. */
final class Fences {
    private char mark;
    private int length;

    /** True if the line is part of a fence, its first and last line included. */
    boolean holds(String line) {
        int indent = 0;
        while (indent < line.length() && indent < 12 && line.charAt(indent) == ' ') {
            indent++;
        }
        int end = indent;
        while (end < line.length()
                && (line.charAt(end) == '`' || line.charAt(end) == '~')
                && line.charAt(end) == line.charAt(indent)) {
            end++;
        }
        int run = end - indent;
        if (length == 0) {
            boolean opens = run >= 3 && (line.charAt(indent) == '~' || line.indexOf('`', end) < 0);
            if (opens) {
                mark = line.charAt(indent);
                length = run;
            }
            return opens;
        }
        if (run >= length && line.charAt(indent) == mark && line.substring(end).isBlank()) {
            length = 0;
        }
        return true;
    }
}
