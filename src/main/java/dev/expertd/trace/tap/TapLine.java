package dev.expertd.trace.tap;

import java.util.regex.Pattern;

/** The lines of the protocol. Only those that are not indented count. */
final class TapLine {
    static final Pattern VERSION = Pattern.compile("(?i)TAP version (\\d{1,3})\\s*");

    /** Groups: the planned number of points, and what stands behind it. */
    static final Pattern PLAN = Pattern.compile("[01]\\.\\.(\\d{1,7})(?:\\s+#\\s*(.*)|\\s*)");

    /** Groups: {@code not}, the number, the rest. */
    static final Pattern POINT = Pattern.compile("(not )?ok(?: {1,8}(\\d{1,9})(?=\\s|$))?(?:$|[ \\t](.*))");

    static final Pattern BAIL_OUT = Pattern.compile("(?i)Bail out!\\s*(.*)");
    static final Pattern SKIP = Pattern.compile("(?i)#\\s*skip");

    private TapLine() {}

    static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
