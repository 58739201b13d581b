package dev.expertd.judge;

import dev.expertd.model.Failure;
import java.util.List;
import java.util.regex.Pattern;

/** What a failure says once everything around it is taken away: colours, frames, and lines that only locate it. */
final class FailureText {
    private static final Pattern ANSI = Pattern.compile("\\x1b\\[[0-9;?]{0,20}[ -/]{0,4}[@-~]");
    private static final Pattern NOISE = Pattern.compile(
            "^\\s*(?:at\\s+\\S.*|File \"[^\"]*\", line \\d+.*|\\.{3} \\d+ more|\\d*\\s*\\|.*|[>|^~ -]+|Traceback \\(most recent call last\\):|={3,}.*|-{3,}.*|Stacktrace was:.*|note: run with .RUST_BACKTRACE.*)$");
    private static final Pattern GENERIC = Pattern.compile(
            "(?i)^(?:\\w*assert\\w*error|\\w*assertionfailed\\w*|error|exception|failed|expect\\(.*)?:?$");
    private static final int LINES = 4;
    private static final int LENGTH = 160;

    private FailureText() {}

    /** Up to four lines and 160 characters that say what went wrong. */
    static String headline(Failure failure) {
        String text = failure.message().isBlank() ? failure.body() : failure.message();
        List<String> lines = ANSI.matcher(text).replaceAll("").lines().toList();
        List<String> told = lines.stream()
                .filter(line -> line.startsWith("E   "))
                .map(line -> line.substring(4))
                .toList();
        StringBuilder headline = new StringBuilder();
        int used = 0;
        for (String line : told.isEmpty() ? lines : told) {
            String plain = line.strip();
            if (plain.isEmpty() && used > 0 && !GENERIC.matcher(headline).matches()) {
                break;
            }
            if (!plain.isEmpty() && !NOISE.matcher(line).matches()) {
                headline.append(used == 0 ? "" : " ").append(plain);
                used++;
            }
            if (used == LINES || headline.length() >= LENGTH) {
                break;
            }
        }
        String result = headline.toString().replaceAll("\\s+", " ").strip();
        return result.length() <= LENGTH ? result : result.substring(0, LENGTH);
    }
}
