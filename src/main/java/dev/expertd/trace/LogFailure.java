package dev.expertd.trace;

import dev.expertd.model.Failure;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in plain log lines what a structured trace says by itself: the error's type and its message. */
final class LogFailure {
    private static final Pattern ERROR = Pattern.compile(
            "^(?:E\\s+|Caused by: |Exception in thread \"[^\"]{0,80}\" |Uncaught )?"
                    + "((?:[A-Za-z_$][\\w$]*\\.){0,12}[A-Z][\\w$]*(?:Error|Exception|Failure|Timeout|Interrupt|Exit|Fault|Failed)\\w*"
                    + "|(?:[a-z_][\\w]*\\.){1,12}[A-Z][\\w$]*|Error|Exception|error)(?: \\[[A-Z_]+\\])?(?::\\s?(.*))?$");
    private static final Pattern STACK =
            Pattern.compile("^\\s*(?:at .*|File \".*|\\.{3} \\d+ more|[>|].*|Caused by:.*|\\s*\\^+\\s*)$");
    private static final Pattern REPORTED = Pattern.compile("^\\s*(?:FAIL -|ERROR:)\\s*(.*)$");
    private static final int TAIL = 20;
    private static final int MESSAGE_LINES = 12;

    private LogFailure() {}

    static Failure of(List<String> lines) {
        String body = String.join("\n", lines).strip();
        int traceback = lastTraceback(lines);
        int error = traceback >= 0 ? errorAfter(lines, traceback) : firstError(lines);
        if (error >= 0) {
            Matcher matcher = ERROR.matcher(lines.get(error).strip());
            if (matcher.matches()) {
                return new Failure(matcher.group(1), message(matcher.group(2), lines, error + 1), body);
            }
        }
        return new Failure("", reported(lines), body);
    }

    private static int lastTraceback(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).startsWith("Traceback (most recent call last)")) {
                return i;
            }
        }
        return -1;
    }

    /** After a Python traceback the error stands on the first line that is not indented. */
    private static int errorAfter(List<String> lines, int traceback) {
        for (int i = traceback + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank()
                    && !Character.isWhitespace(line.charAt(0))
                    && ERROR.matcher(line.strip()).matches()) {
                return i;
            }
        }
        return firstError(lines);
    }

    private static int firstError(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() < 4_000
                    && ERROR.matcher(line.strip()).matches()
                    && !line.stripLeading().startsWith("at ")) {
                return i;
            }
        }
        return -1;
    }

    /** The rest of the error's line and the lines below it up to the stack. */
    private static String message(@Nullable String rest, List<String> lines, int from) {
        StringBuilder message = new StringBuilder(rest == null ? "" : rest);
        for (int i = from; i < Math.min(lines.size(), from + MESSAGE_LINES); i++) {
            String line = lines.get(i);
            if (STACK.matcher(line).matches() || REPORTED.matcher(line).matches() || line.startsWith("=====")) {
                break;
            }
            message.append('\n').append(line);
        }
        return message.toString().strip();
    }

    /** Without an error's name: the last line that reports a failure, else the end of the log. */
    private static String reported(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Matcher matcher = REPORTED.matcher(lines.get(i));
            if (matcher.matches() && !matcher.group(1).isBlank()) {
                return matcher.group(1).strip();
            }
        }
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()))
                .strip();
    }
}
