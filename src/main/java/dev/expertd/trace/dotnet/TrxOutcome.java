package dev.expertd.trace.dotnet;

import dev.expertd.model.Status;
import dev.expertd.trace.format.Times;
import dev.expertd.trace.format.XmlText;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** The words and times of a result. */
final class TrxOutcome {
    /** Days are written only if there are any. */
    private static final Pattern DURATION = Pattern.compile(
            "(?:(?<d>\\d{1,5})\\.)?(?<h>\\d{1,4}):(?<m>\\d{1,2}):(?<s>\\d{1,2})(?:[.,](?<f>\\d{1,9}))?");

    private TrxOutcome() {}

    /** A result without an outcome is one of {@code Error}, which its writer leaves out. */
    static Status status(String outcome) {
        return switch (outcome) {
            case "Passed", "PassedButRunAborted", "Warning", "Completed" -> Status.PASSED;
            case "Failed" -> Status.FAILED;
            case "NotExecuted", "Inconclusive", "Skipped", "Ignored" -> Status.SKIPPED;
            default -> Status.ERRORED; // Error Timeout Aborted Disconnected NotRunnable Pending InProgress
        };
    }

    /** The duration in milliseconds, else the time from start to end; -1 if neither is told. */
    static long millis(XMLStreamReader xml) {
        Matcher matcher = DURATION.matcher(XmlText.attribute(xml, "duration"));
        if (matcher.matches()) {
            long seconds = (number(matcher, "d") * 24 + number(matcher, "h")) * 3600
                    + number(matcher, "m") * 60
                    + number(matcher, "s");
            double fraction = matcher.group("f") == null ? 0 : Double.parseDouble("0." + matcher.group("f"));
            return seconds * 1000 + Math.round(fraction * 1000);
        }
        Instant start = Times.parse(XmlText.attribute(xml, "startTime"));
        Instant end = Times.parse(XmlText.attribute(xml, "endTime"));
        return start == null || end == null || end.isBefore(start)
                ? -1
                : Duration.between(start, end).toMillis();
    }

    private static long number(Matcher matcher, String group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
