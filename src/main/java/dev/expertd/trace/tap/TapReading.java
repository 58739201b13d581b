package dev.expertd.trace.tap;

import dev.expertd.model.Status;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Occurrences;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A trace as it is read, line by line. A point stays open until the next one: its diagnostics and, if it ends in a brace,
 * its subtest follow it; any other subtest stands before its point.
 */
final class TapReading {
    private static final Pattern BUFFERED = Pattern.compile("(?:.*\\s)?\\{(?:\\s*# time=.*)?\\s*");

    /** What reporters sum up in comments, where tape writes the title of the test that follows. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)(?:(?:tests?|pass|fail(?:ed|ures)?|ok|skip(?:ped)?|todo|suites|cancelled|duration_ms|time|took)\\b.*(?:\\d.*)?|looks like .*|tap version .*|)");

    /** How mocha sums up; it stands behind the last point and says nothing about it. */
    private static final Pattern SUMMARY = Pattern.compile("(?:tests|pass|fail) \\d{1,9}");

    private final Collected into;
    private final Occurrences names = new Occurrences();
    private TapDocument document;
    private int version;
    private String title = "";
    private boolean subtests;
    private @Nullable TapPoint open;
    private TapDiagnosis diagnosis = new TapDiagnosis("");
    private boolean buffered;
    private @Nullable TapDiagnosis failedInside;
    private int failedAt;
    private TapDiagnosis latest = diagnosis;
    private @Nullable TapYaml block;
    private boolean bailedOut;

    TapReading(Collected into) {
        this.into = into;
        this.document = new TapDocument(into, names);
    }

    boolean bailedOut() {
        return bailedOut;
    }

    void line(String line) {
        TapYaml diagnostics = block;
        if (diagnostics != null && diagnostics.takes(line)) {
            return;
        }
        block = null;
        int indent = TapLine.indent(line);
        if (indent > 0) {
            indented(line.strip(), indent);
            return;
        }
        Matcher plan = TapLine.PLAN.matcher(line);
        Matcher point = TapLine.POINT.matcher(line);
        Matcher bail = TapLine.BAIL_OUT.matcher(line);
        Matcher start = TapLine.VERSION.matcher(line);
        if (point.matches()) {
            point(TapPoint.of(point, version), BUFFERED.matcher(line).matches());
        } else if (plan.matches()) {
            close();
            if (document.hasPlan()) {
                nextDocument();
            }
            document.plan(Integer.parseInt(plan.group(1)));
        } else if (bail.matches()) {
            close();
            bailedOut = true;
            into.incomplete("the run bailed out" + (bail.group(1).isEmpty() ? "" : ": " + bail.group(1)));
        } else if (start.matches()) {
            close();
            if (!document.isEmpty()) {
                nextDocument();
            }
            version = Integer.parseInt(start.group(1));
        } else if (line.startsWith("#")) {
            comment(line.substring(1));
        } else if (line.startsWith("{") || line.startsWith("}")) {
            brace(line.startsWith("{"));
        }
    }

    void ends() {
        close();
        if (!bailedOut) {
            document.ends();
        } else if (into.isEmpty()) {
            into.error(into.whyIncomplete());
        }
    }

    private void point(TapPoint point, boolean opensSubtest) {
        close();
        if (point.number() == 1 && document.isDone()) {
            nextDocument();
        }
        open = point;
        diagnosis = new TapDiagnosis(point.name());
        diagnosis.inner(failedInside);
        latest = diagnosis;
        failedInside = null;
        failedAt = 0;
        buffered = opensSubtest;
    }

    /** Points of subtests do not count; the one that failed first, and deepest, tells why its subtest did. */
    private void indented(String text, int indent) {
        Matcher point = TapLine.POINT.matcher(text);
        if (text.equals("---")) {
            block = latest.block(indent);
        } else if (point.matches()) {
            TapPoint inside = TapPoint.of(point, version);
            latest = new TapDiagnosis(inside.name());
            if (inside.status() == Status.FAILED && (failedInside == null || buffered && indent > failedAt)) {
                failedInside = latest;
                failedAt = indent;
            }
        } else if (open != null && latest == diagnosis && !buffered && !diagnosis.hasBlock()) {
            diagnosis.printed(text);
        }
    }

    /** The subtest of the open point begins or ends. */
    private void brace(boolean opens) {
        if (buffered && !opens) {
            diagnosis.inner(failedInside);
            failedInside = null;
            failedAt = 0;
        }
        buffered = opens;
    }

    private void comment(String text) {
        String told = text.strip();
        if (told.startsWith("Subtest: ")) {
            subtests = true;
            close(); // what follows belongs to the next point
            return;
        }
        TapPoint point = open;
        if (SUMMARY.matcher(told).matches()) {
            close();
        } else if (point != null && point.status() == Status.FAILED && !diagnosis.hasBlock()) {
            diagnosis.comment(text.startsWith(" ") ? text.substring(1) : text);
        } else if (version == 13 && !subtests && !NO_TITLE.matcher(told).matches()) {
            close();
            title = told;
        }
    }

    private void close() {
        TapPoint point = open;
        if (point != null) {
            document.add(point, title, diagnosis);
            open = null;
        }
    }

    private void nextDocument() {
        document.ends();
        document = new TapDocument(into, names);
        title = "";
    }
}
