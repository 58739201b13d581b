package dev.expertd.trace.failure;

import dev.expertd.model.Failure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The error of a program that gave up: Go's {@code panic: ...} and Rust's {@code thread 'x' panicked at ...}. */
final class Panic {
    private static final Pattern GO = Pattern.compile("^panic: (.*?)(?: \\[recovered\\].*)?$");
    private static final Pattern RUST_OLD =
            Pattern.compile("^thread '[^']{0,200}' panicked at '(.*)', \\S+:\\d+(?::\\d+)?$");
    private static final Pattern RUST =
            Pattern.compile("^thread '[^']{0,200}'.{0,40} panicked at \\S+:\\d+(?::\\d+)?:?$");
    private static final Pattern END = Pattern.compile("^(?:note: .*|stack backtrace:.*|goroutine \\d+ .*|\\s*)$");
    private static final int MESSAGE_LINES = 12;

    private Panic() {}

    /** Empty if no line tells of a panic. */
    static Optional<Failure> error(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.startsWith("panic: ") && !line.startsWith("thread '")) {
                continue; // spares most lines three patterns
            }
            Matcher go = GO.matcher(line);
            Matcher old = RUST_OLD.matcher(line);
            if (go.matches()) {
                return Optional.of(new Failure("panic", go.group(1), ""));
            }
            if (old.matches()) {
                return Optional.of(new Failure("panic", old.group(1), ""));
            }
            if (RUST.matcher(line).matches()) {
                return Optional.of(new Failure("panic", below(lines, i + 1), ""));
            }
        }
        return Optional.empty();
    }

    private static String below(List<String> lines, int from) {
        StringBuilder message = new StringBuilder();
        for (String line : lines.subList(from, Math.min(lines.size(), from + MESSAGE_LINES))) {
            if (END.matcher(line).matches()) {
                break;
            }
            message.append(message.length() == 0 ? "" : "\n").append(line);
        }
        return message.toString();
    }
}
