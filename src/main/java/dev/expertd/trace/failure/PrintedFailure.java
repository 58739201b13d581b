package dev.expertd.trace.failure;

import dev.expertd.model.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The failure that printed text tells of. Callers bound the text: some hundred lines, none much over 2,000 characters. */
public final class PrintedFailure {
    private static final Pattern REPORTED = Pattern.compile("^\\s*(?:FAIL -|ERROR:)\\s*(.*)$");
    private static final Pattern FLATTENED = Pattern.compile(" E {3}(?=\\S)");
    private static final Pattern ANSI = Pattern.compile("\\x1b\\[[0-9;?]{0,20}[ -/]{0,4}[@-~]");
    private static final Pattern CAPTURED = Pattern.compile(
            "^(?:-{3,} ?Captured [^-]{1,60}-{3,}|Std(?:err|out):|-{3,} ?(?:stdout|stderr) ?-{3,})\\s*$");
    private static final Set<String> NO_TYPE = Set.of("", "failure", "error", "failed", "test failure");
    private static final int TAIL = 20;

    private PrintedFailure() {}

    /** What the log of a red test tells: its error, else its last {@code FAIL -} or {@code ERROR:} line, else its end. */
    public static Failure ofLog(List<String> log) {
        List<String> lines = log.stream().map(PrintedFailure::plain).toList();
        String body = String.join("\n", lines).strip();
        Failure told = error(lines).orElseGet(() -> reported(lines));
        return new Failure(told.type(), told.message(), body);
    }

    /** Completes what a report says in fields of its own by what it printed: a type that is missing, a message likewise. */
    public static Failure completed(Failure failure) {
        String type = NO_TYPE.contains(failure.type().strip().toLowerCase(Locale.ROOT))
                ? ""
                : failure.type().strip();
        String given = plain(failure.message());
        String message = given.strip().equalsIgnoreCase("failed") ? "" : given;
        String body = plain(failure.body());
        if (!message.isBlank()) {
            return ofMessage(type, message, body, failure.type());
        }
        Optional<Failure> printed = error(body.lines().toList());
        return new Failure(
                type.isEmpty() ? printed.map(Failure::type).orElse(failure.type()) : type,
                printed.map(Failure::message).orElse(given.strip()),
                body);
    }

    private static Failure ofMessage(String type, String message, String body, String given) {
        Optional<Failure> printed = inMessage(message);
        if (!type.isEmpty()) {
            boolean repeated = printed.isPresent() && printed.get().type().equals(type) && message.startsWith(type);
            return new Failure(type, repeated ? printed.get().message() : message, body);
        }
        if (printed.isPresent()) {
            return new Failure(printed.get().type(), printed.get().message(), body);
        }
        Optional<Failure> below = error(body.lines().toList());
        return new Failure(
                below.map(Failure::type).filter(found -> !found.isEmpty()).orElse(given), message, body);
    }

    /** An error in a message; old pytest reports hold a whole report there, its line ends lost. */
    private static Optional<Failure> inMessage(String message) {
        Matcher flattened = FLATTENED.matcher(message);
        int last = -1;
        while (flattened.find()) {
            last = flattened.end();
        }
        if (last >= 0 && message.indexOf('\n') < 0) {
            return ErrorLine.expected(message.substring(last))
                    .map(named -> new Failure(named.type(), named.rest(), ""));
        }
        List<String> lines = message.lines().toList();
        return lines.isEmpty() || startsWithError(lines) ? error(lines) : Optional.empty();
    }

    private static boolean startsWithError(List<String> lines) {
        String first =
                lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        return ErrorLine.of(first).isPresent()
                || first.startsWith("Traceback ")
                || first.startsWith("panic: ")
                || first.startsWith("thread '");
    }

    private static String plain(String text) {
        return text.indexOf('\u001b') < 0 ? text : ANSI.matcher(text).replaceAll("");
    }

    private static Optional<Failure> error(List<String> all) {
        List<String> lines = own(all);
        return Pytest.error(lines)
                .or(() -> Traceback.error(lines))
                .or(() -> Panic.error(lines))
                .or(() -> GoTest.error(lines))
                .or(() -> Stack.error(lines));
    }

    /** Without what the program under test wrote meanwhile, where the runner marks that: errors in there were handled. */
    private static List<String> own(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if ((line.startsWith("-") || line.startsWith("Std"))
                    && CAPTURED.matcher(line).matches()) {
                return lines.subList(0, i);
            }
        }
        return lines;
    }

    private static Failure reported(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Matcher matcher = REPORTED.matcher(lines.get(i));
            if (matcher.matches() && !matcher.group(1).isBlank()) {
                String said = matcher.group(1).strip();
                return ErrorLine.of(said)
                        .map(named -> new Failure(named.type(), named.rest(), ""))
                        .orElse(new Failure("", said, ""));
            }
        }
        List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
        return new Failure("", String.join("\n", tail).strip(), "");
    }
}
