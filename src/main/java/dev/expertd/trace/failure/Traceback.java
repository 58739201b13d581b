package dev.expertd.trace.failure;

import dev.expertd.model.Failure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The error of a Python traceback: the last one counts, the earlier ones led to it. */
final class Traceback {
    private static final String HEADING = "Traceback (most recent call last)";
    private static final Pattern END = Pattern.compile(
            "^\\s*(?:[=-]{5,}.*|Ran \\d+ tests? in .*|During handling of .*|The above exception was .*|(?:ERROR|WARNING|INFO|DEBUG|CRITICAL):\\S+:.*|(?:FAIL|PASS|SKIP) -.*)$");
    private static final int MESSAGE_LINES = 30;

    private Traceback() {}

    /** Empty if there is no traceback among the lines. */
    static Optional<Failure> error(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).stripLeading().startsWith(HEADING)) {
                return after(lines, i);
            }
        }
        return Optional.empty();
    }

    /** The first line below the frames that is not indented deeper than the heading names the error. */
    private static Optional<Failure> after(List<String> lines, int heading) {
        int indent = indent(lines.get(heading));
        for (int i = heading + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && indent(line) <= indent) {
                Optional<ErrorLine> named = ErrorLine.expected(line);
                String first = named.map(ErrorLine::rest).orElse(line.strip());
                return Optional.of(new Failure(
                        named.map(ErrorLine::type).orElse(""), (first + rest(lines, i + 1)).stripTrailing(), ""));
            }
        }
        return Optional.empty();
    }

    private static String rest(List<String> lines, int from) {
        StringBuilder rest = new StringBuilder();
        for (String line : lines.subList(from, Math.min(lines.size(), from + MESSAGE_LINES))) {
            if (END.matcher(line).matches()) {
                break;
            }
            rest.append('\n').append(line);
        }
        return rest.toString();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
