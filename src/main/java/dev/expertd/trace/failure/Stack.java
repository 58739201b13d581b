package dev.expertd.trace.failure;

import dev.expertd.model.Failure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The error of a stack trace as Java and JavaScript print it: a line that names the error, perhaps more lines of its
 * message, then the frames. The outermost error counts, what caused it stays in the body.
 */
final class Stack {
    private static final Pattern FRAME =
            Pattern.compile("^\\s*(?:at \\S.*|\\.{3} \\d+ (?:more|common frames omitted))$");
    private static final Pattern END = Pattern.compile(
            "^\\s*(?:[=-]{5,}.*|Caused by: .*|Suppressed: .*|Stacktrace was:.*|(?:FAIL|PASS|SKIP) -.*|ERROR:.*)$");
    private static final int MESSAGE_LINES = 40;

    private Stack() {}

    /** Empty if no line names an error. One above frames is preferred to one that was merely logged. */
    static Optional<Failure> error(List<String> lines) {
        Optional<Failure> logged = Optional.empty();
        Optional<Failure> cause = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Optional<ErrorLine> named = ErrorLine.expected(line)
                    .filter(error -> !FRAME.matcher(line).matches());
            if (named.isEmpty()) {
                continue;
            }
            int end = messageEnd(lines, i + 1);
            boolean framed = end < lines.size() && FRAME.matcher(lines.get(end)).matches();
            boolean sure = ErrorLine.of(line).isPresent();
            if (!sure && !(framed && end == i + 1)) {
                continue;
            }
            Optional<Failure> found = Optional.of(failure(named.get(), lines, i + 1, end));
            if (line.stripLeading().startsWith("Caused by: ")) {
                cause = cause.or(() -> found);
            } else if (framed) {
                return found;
            } else {
                logged = logged.or(() -> found);
            }
        }
        Optional<Failure> deepest = cause;
        return logged.or(() -> deepest);
    }

    private static Failure failure(ErrorLine error, List<String> lines, int from, int end) {
        StringBuilder message = new StringBuilder(error.rest());
        lines.subList(from, end).forEach(line -> message.append('\n').append(line));
        return new Failure(error.type(), message.toString().stripTrailing(), "");
    }

    private static boolean isNextError(String line) {
        return !line.isBlank()
                && !Character.isWhitespace(line.charAt(0))
                && ErrorLine.of(line).isPresent();
    }

    /** Where the message ends: at a frame, or at a line that surely belongs to something else. */
    private static int messageEnd(List<String> lines, int from) {
        int limit = Math.min(lines.size(), from + MESSAGE_LINES);
        for (int i = from; i < limit; i++) {
            String line = lines.get(i);
            if (FRAME.matcher(line).matches() || END.matcher(line).matches() || isNextError(line)) {
                return i;
            }
        }
        return limit;
    }
}
