package dev.expertd.draft.delta.failure;

import dev.expertd.model.Failure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error's simple name and its message, taken from what the trace gives, or from what was printed where it gives
 * nothing. What Python printed goes first: its last error is the one that counts, not the first.
 */
record FailureText(String error, String message) {
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_MESSAGE = 4_000;
    private static final Pattern NAMED = Pattern.compile(
            "(?:Uncaught |Caused by: )?((?:[A-Za-z_$][\\w$]*\\.){0,12}[A-Za-z_$][\\w$]*)(?: \\[\\w+\\])?(?::\\s?(.*))?");
    private static final Pattern ERROR_NAME = Pattern.compile(
            "(?:.*\\.)?[A-Za-z_$]?\\w*(?:Error|Exception|Failure|Failures|Warning|Timeout|Interrupt|Exit|Fault)\\w*");
    private static final Pattern NESTED =
            Pattern.compile("^((?:[a-z_][\\w$]*\\.){1,12}[A-Z][\\w$]*)(?:: (.*))?$", Pattern.DOTALL);

    static FailureText of(Failure failure) {
        List<String> printed = failure.body().lines().limit(400).toList();
        Optional<FailureText> python = PythonFailure.of(printed);
        if (python.isPresent()) {
            return python.get();
        }
        String type = failure.type();
        String message = unprefixed(failure.message());
        if (type.isEmpty()) {
            FailureText own = named(message.lines().findFirst().orElse(""));
            if (!own.error().isEmpty()) {
                int line = message.indexOf('\n');
                return new FailureText(own.error(), own.message() + (line < 0 ? "" : message.substring(line)));
            }
            for (String line : printed) {
                FailureText found = named(line.strip());
                if (!found.error().isEmpty()) {
                    return message.isEmpty() ? found : new FailureText(found.error(), message);
                }
            }
        }
        return new FailureText(simple(type), whole(withoutType(message, type), failure.body()));
    }

    /** A compared value may have lines of its own, at the first of which a reader of logs stops. */
    private static String whole(String message, String body) {
        boolean cut = message.contains("expected:<") && !message.contains("but was");
        int start = cut ? body.indexOf(message) : -1;
        if (start < 0) {
            return message;
        }
        int stack = body.indexOf("\n\tat ", start);
        int end = Math.min(stack < 0 ? body.length() : stack, start + LONGEST_MESSAGE);
        return body.substring(start, end).strip();
    }

    private static String withoutType(String message, String type) {
        if (!type.isEmpty() && message.startsWith(type + ":")) {
            return message.substring(type.length() + 1).strip();
        }
        return message;
    }

    private static String unprefixed(String message) {
        String bounded = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
        if (!bounded.startsWith("E  ") && !bounded.contains("\nE  ")) {
            return bounded.strip();
        }
        StringBuilder text = new StringBuilder();
        bounded.lines()
                .map(line -> line.startsWith("E  ") ? line.substring(1).strip() : line)
                .forEach(line -> text.append(line).append('\n'));
        return text.toString().strip();
    }

    /** An error's name and message from one line; both empty if the line does not begin with an error's name. */
    static FailureText named(String line) {
        if (line.length() < LONGEST_LINE) {
            if (line.startsWith("assert ")) {
                return new FailureText("AssertionError", line);
            }
            Matcher matcher = NAMED.matcher(line);
            if (matcher.matches()) {
                String name = matcher.group(1);
                boolean error = ERROR_NAME.matcher(name).matches()
                        || name.indexOf('.') > 0 && NESTED.matcher(name).matches() && matcher.group(2) != null;
                if (error) {
                    return new FailureText(
                            simple(name),
                            matcher.group(2) == null ? "" : matcher.group(2).strip());
                }
            }
        }
        return new FailureText("", "");
    }

    /** {@code a.b.Outer$Error} is {@code Error}; an anonymous class is told by the one around it. */
    static String simple(String type) {
        String name = type.substring(type.lastIndexOf('.') + 1).strip();
        int inner = name.lastIndexOf('$');
        if (inner > 0 && inner + 1 < name.length()) {
            boolean anonymous = Character.isDigit(name.charAt(inner + 1));
            name = anonymous ? name.substring(0, name.indexOf('$', 1)) : name.substring(inner + 1);
        }
        return name.chars().allMatch(Character::isJavaIdentifierPart) ? name : "";
    }
}
