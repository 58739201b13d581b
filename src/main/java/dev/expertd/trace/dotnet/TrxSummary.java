package dev.expertd.trace.dotnet;

import dev.expertd.model.Counts;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.XmlText;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a document says of its run as a whole.
 *
 * <p>A {@code RunInfo} of outcome {@code Error} is each message of an adapter at that level. xUnit's writes one for every
 * failed test, which ends in {@code [FAIL]} and says nothing new; any other is an error of the run, and but for a cleanup
 * or a data collector that failed, tests are missing because of it.
 */
final class TrxSummary {
    private static final Pattern ECHO = Pattern.compile("\\[FAIL\\]\\s*$");
    private static final Pattern AFTER_THE_TESTS = Pattern.compile("(?i)cleanup|dispos|^Data collector ");
    private static final Set<String> FAILED = Set.of("Failed", "Error", "Timeout", "Aborted", "Disconnected");
    private static final Set<String> CUT_SHORT =
            Set.of("Timeout", "Aborted", "Disconnected", "InProgress", "Pending", "PassedButRunAborted");

    private final Collected into;
    private String outcome = "";
    private Counts declared = Counts.NONE;
    private boolean errorOpen;
    private boolean explained;

    TrxSummary(Collected into) {
        this.into = into;
    }

    /** Returns false if the element was read to its end. */
    boolean opens(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "ResultSummary" -> outcome = XmlText.attribute(xml, "outcome");
            case "Counters" -> counters(xml);
            case "RunInfo" -> errorOpen = XmlText.attribute(xml, "outcome").equals("Error");
            case "Text" -> {
                String text = XmlText.inside(xml);
                if (errorOpen) {
                    error(text);
                }
                return false;
            }
            default -> {}
        }
        return true;
    }

    /**
     * To be called when all is read.
     *
     * @param listed true if there are results, which then count instead of the counters
     * @param red true if one of them failed, which explains a run that did
     */
    void ends(boolean listed, boolean red) {
        if (!listed && declared.total() > 0) {
            into.declare(declared);
            explained |= declared.red() > 0;
        }
        if (CUT_SHORT.contains(outcome)) {
            into.incomplete("the run ended as " + outcome);
        }
        if (FAILED.contains(outcome) && !red && !explained) {
            into.error("the run ended as " + outcome + ", and no test says why");
        }
    }

    private void error(String text) {
        if (ECHO.matcher(text).find()) {
            return;
        }
        explained = true;
        into.error(text.isEmpty() ? "an error of the run without a text" : text);
        if (!AFTER_THE_TESTS.matcher(text).find()) {
            into.incomplete("the run broke off: " + text.lines().findFirst().orElse(""));
        }
    }

    /** Newer writers count no skipped test, which is what is left then. */
    private void counters(XMLStreamReader xml) {
        int total = XmlText.number(xml, "total");
        int passed = XmlText.number(xml, "passed")
                + XmlText.number(xml, "passedButRunAborted")
                + XmlText.number(xml, "warning")
                + XmlText.number(xml, "completed");
        int failed = XmlText.number(xml, "failed");
        int errored = XmlText.number(xml, "error")
                + XmlText.number(xml, "timeout")
                + XmlText.number(xml, "aborted")
                + XmlText.number(xml, "disconnected")
                + XmlText.number(xml, "notRunnable")
                + XmlText.number(xml, "inProgress")
                + XmlText.number(xml, "pending");
        int skipped = Math.max(0, total - passed - failed - errored);
        declared = new Counts(total, passed, failed, errored, skipped, 0);
    }
}
