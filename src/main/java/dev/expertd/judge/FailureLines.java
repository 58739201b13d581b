package dev.expertd.judge;

import dev.expertd.model.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a failure that say what went wrong: colours, frames, code excerpts and what only locates are taken away.
 * Works on a bounded part of the text, line by line.
 */
final class FailureLines {
    private static final int TEXT = 16_384;
    private static final int LINE = 1_000;
    private static final int LINES = 4;

    /** Enough is said; the line that reaches it is still told whole. */
    private static final int ENOUGH = 160;

    private static final String PYTEST = "E   ";

    private static final Pattern ANSI = Pattern.compile("\\x1b\\[[0-9;?]{0,20}[ -/]{0,4}[@-~]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Frames, excerpts of code with their markers, and headings of what follows. */
    private static final Pattern NOISE = Pattern.compile("at \\S.*(?:\\)|:\\d+)"
            + "|File \"[^\"]*\", line \\d+.*"
            + "|\\.{3} \\d+ (?:more|common frames omitted)"
            + "|>?\\s?\\d{0,6} \\|.*"
            + "|[\\^~\u203e]+"
            + "|Stacktrace was:.*"
            + "|Call log:"
            + "|note: run with .RUST_BACKTRACE.*");

    private static final Pattern GO_PLACE = Pattern.compile("^[\\w./-]{1,200}\\.go:\\d+: ");
    private static final Pattern RUST = Pattern.compile("^thread '[^']{0,200}'.{0,40}? panicked at \\S+:\\d+:\\d+:?$");
    private static final Pattern RUST_OLD = Pattern.compile("^thread '[^']{0,200}' panicked at '(.*)', \\S+$");

    /** What a runner says whatever the test was about. */
    private static final Pattern GENERIC = Pattern.compile(
            "(?:Error: )?expect\\(.*|(?i:assertion ?failed|assertion(?:failed)?error|failed|failure|error|exception|test failed|panicked:)[:.]?");

    private FailureLines() {}

    /** The text in one line: up to four lines, to the first blank one unless the beginning says nothing by itself. */
    static String headline(Failure failure) {
        List<String> told = new ArrayList<>();
        int length = 0;
        for (String line : lines(failure)) {
            String plain = plain(line);
            if (plain.isEmpty()) {
                if (!told.isEmpty() && !isGeneric(told.get(0))) {
                    break;
                }
            } else if (!NOISE.matcher(plain).matches()) {
                told.add(plain);
                length += plain.length() + 1;
            }
            if (told.size() == LINES || length > ENOUGH) {
                break;
            }
        }
        return String.join(" ", told);
    }

    /** True if the headline fits any failing test. */
    static boolean isGeneric(String headline) {
        return headline.isEmpty() || GENERIC.matcher(headline).matches();
    }

    /** Message and body, bounded and without colours, for what stands below the headline. */
    static List<String> everything(Failure failure) {
        List<String> all = new ArrayList<>(split(failure.message()));
        all.addAll(split(failure.body()));
        return all;
    }

    static String text(Failure failure) {
        return uncoloured(failure.message().isBlank() ? failure.body() : failure.message());
    }

    private static List<String> lines(Failure failure) {
        List<String> lines = split(failure.message().isBlank() ? failure.body() : failure.message());
        List<String> marked = lines.stream()
                .filter(line -> line.startsWith(PYTEST))
                .map(line -> line.substring(PYTEST.length()))
                .toList();
        return marked.isEmpty() ? lines : marked;
    }

    private static List<String> split(String text) {
        return uncoloured(text)
                .lines()
                .map(line -> line.length() > LINE ? line.substring(0, LINE) : line)
                .toList();
    }

    private static String uncoloured(String text) {
        return ANSI.matcher(text.length() > TEXT ? text.substring(0, TEXT) : text)
                .replaceAll("");
    }

    private static String plain(String line) {
        String plain = BLANKS.matcher(line).replaceAll(" ").strip();
        if (RUST.matcher(plain).matches()) {
            return "panicked:";
        }
        String panicked = RUST_OLD.matcher(plain).replaceFirst("panicked: $1");
        return GO_PLACE.matcher(panicked).replaceFirst("");
    }
}
