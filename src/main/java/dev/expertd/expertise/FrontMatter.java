package dev.expertd.expertise;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The YAML lines at the beginning of a file, of which one value may be moved on; they are never parsed as YAML. */
final class FrontMatter {
    private static final Pattern LAST_UPDATED = Pattern.compile(
            "(last_updated:\\s*[\"']?)(\\d{4}-\\d{2}-\\d{2})(T\\d{2}:\\d{2}:\\d{2})?(Z?[\"']?\\s*(?:#.*)?)");

    private final int lineCount;
    private final int lastUpdatedLine;
    private final String lastUpdated;

    private FrontMatter(int lineCount, int lastUpdatedLine, String lastUpdated) {
        this.lineCount = lineCount;
        this.lastUpdatedLine = lastUpdatedLine;
        this.lastUpdated = lastUpdated;
    }

    static FrontMatter of(Lines lines) {
        if (lines.count() == 0 || !lines.text(0).stripTrailing().equals("---")) {
            return new FrontMatter(0, -1, "");
        }
        int updated = -1;
        for (int i = 1; i < lines.count(); i++) {
            String line = lines.text(i);
            if (line.stripTrailing().equals("---")) {
                return new FrontMatter(i + 1, updated, updated < 0 ? "" : lines.text(updated));
            }
            if (updated < 0 && line.startsWith("last_updated:")) {
                updated = i;
            }
        }
        return new FrontMatter(0, -1, "");
    }

    /** So many lines are front matter, the marks included. */
    int lineCount() {
        return lineCount;
    }

    int lastUpdatedLine() {
        return lastUpdatedLine;
    }

    /** The moment that a {@code last_updated} line names, in a form that sorts by time; empty if it has another shape. */
    static Optional<String> moment(String line) {
        Matcher matcher = LAST_UPDATED.matcher(line);
        return matcher.matches()
                ? Optional.of(matcher.group(2) + (matcher.group(3) == null ? "T00:00:00" : matcher.group(3)))
                : Optional.empty();
    }

    /** The {@code last_updated} line moved on to that moment; empty if there is none or it would not move forward. */
    Optional<String> touched(LocalDateTime now) {
        return touched(lastUpdated, now);
    }

    /** The same for a line of any YAML. */
    static Optional<String> touched(String line, LocalDateTime now) {
        Matcher matcher = LAST_UPDATED.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String time = matcher.group(3);
        String shaped = time == null
                ? ""
                : time.equals("T00:00:00") ? time : now.format(DateTimeFormatter.ofPattern("'T'HH:mm:ss", Locale.ROOT));
        String before = matcher.group(2) + (time == null ? "" : time);
        String after = now.toLocalDate() + shaped;
        return after.compareTo(before) > 0
                ? Optional.of(matcher.group(1) + after + matcher.group(4))
                : Optional.empty();
    }
}
