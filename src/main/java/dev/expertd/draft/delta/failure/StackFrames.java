package dev.expertd.draft.delta.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the stacks of Java, Python, pytest and JavaScript. */
final class StackFrames {
    private static final int LONGEST_LINE = 600;
    private static final int MOST_LINES = 400;
    private static final Pattern JAVA =
            Pattern.compile("\\s*at (?:[\\w.@-]+/)?([\\w.$]+)\\.([\\w$<>]+)\\(([\\w$-]+\\.\\w+)(?::(\\d+))?\\).*");
    private static final Pattern PYTHON = Pattern.compile("\\s*File \"([^\"]+)\", line (\\d+)(?:, in (\\S+).*)?");
    private static final Pattern PYTEST = Pattern.compile("([\\w./\\\\-]+\\.py):(\\d+): (?:in (\\S+))?.*");
    private static final Pattern SCRIPT =
            Pattern.compile("\\s*at (?:async )?(?:([\\w$.<>\\[\\] ]+?) )?\\(?(?:file://)?([^()\\s]+?):(\\d+):\\d+\\)?");

    private StackFrames() {}

    /** The innermost frame first. */
    static List<StackFrame> of(String body) {
        List<StackFrame> frames = new ArrayList<>();
        boolean innermostLast = false;
        for (String line : body.lines().limit(MOST_LINES).toList()) {
            if (line.length() > LONGEST_LINE) {
                continue;
            }
            Optional<StackFrame> python = python(line);
            innermostLast |= python.isPresent();
            python.or(() -> java(line)).or(() -> script(line)).ifPresent(frames::add);
        }
        if (innermostLast) {
            Collections.reverse(frames);
        }
        return frames;
    }

    private static Optional<StackFrame> python(String line) {
        Matcher plain = PYTHON.matcher(line);
        Matcher matcher = plain.matches() ? plain : PYTEST.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String function = matcher.group(3) == null || matcher.group(3).startsWith("<") ? "" : matcher.group(3);
        return Optional.of(new StackFrame("", function, matcher.group(1), number(matcher.group(2))));
    }

    private static Optional<StackFrame> java(String line) {
        Matcher matcher = JAVA.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = matcher.group(1);
        String simple = type.substring(type.lastIndexOf('.') + 1);
        int inner = simple.indexOf('$', 1);
        String function = matcher.group(2);
        if (function.startsWith("lambda$")) {
            function = function.substring(7, Math.max(7, function.lastIndexOf('$')));
        }
        return Optional.of(new StackFrame(
                inner < 0 ? simple : simple.substring(0, inner),
                function.equals("<init>")
                        ? (inner < 0 ? simple : simple.substring(simple.lastIndexOf('$') + 1))
                        : function,
                matcher.group(3),
                matcher.group(4) == null ? -1 : number(matcher.group(4))));
    }

    private static Optional<StackFrame> script(String line) {
        Matcher matcher = SCRIPT.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1) == null ? "" : matcher.group(1);
        int alias = name.indexOf(" [");
        String plain = alias < 0 ? name : name.substring(0, alias);
        String function = plain.substring(plain.lastIndexOf('.') + 1).replace("<anonymous>", "");
        return Optional.of(new StackFrame("", function, matcher.group(2), number(matcher.group(3))));
    }

    private static int number(String digits) {
        return digits.length() > 8 ? -1 : Integer.parseInt(digits) - 1;
    }
}
