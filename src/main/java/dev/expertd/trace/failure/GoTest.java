package dev.expertd.trace.failure;

import dev.expertd.model.Failure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The error of a Go test: what {@code t.Error} wrote behind its place, with the deeper lines below it. */
final class GoTest {
    private static final Pattern PLACE = Pattern.compile("^(\\s{1,40})[\\w.-]{1,200}_test\\.go:\\d{1,7}: ?(.*)$");
    private static final int MESSAGE_LINES = 12;

    private GoTest() {}

    /** Empty if no line stands behind a place in a test. */
    static Optional<Failure> error(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).contains("_test.go:")) {
                continue; // spares most lines the pattern
            }
            Matcher matcher = PLACE.matcher(lines.get(i));
            if (matcher.matches()) {
                return Optional.of(new Failure("", message(matcher, lines, i + 1), ""));
            }
        }
        return Optional.empty();
    }

    private static String message(Matcher first, List<String> lines, int from) {
        StringBuilder message = new StringBuilder(first.group(2));
        for (String line : lines.subList(from, Math.min(lines.size(), from + MESSAGE_LINES))) {
            if (!line.startsWith(first.group(1) + " ") || PLACE.matcher(line).matches()) {
                break;
            }
            message.append('\n').append(line.strip());
        }
        return message.toString().strip();
    }
}
