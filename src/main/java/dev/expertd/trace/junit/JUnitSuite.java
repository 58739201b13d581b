package dev.expertd.trace.junit;

import dev.expertd.model.Counts;
import dev.expertd.trace.format.Times;
import dev.expertd.trace.format.XmlText;
import java.time.Instant;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A suite that is open. */
final class JUnitSuite {
    private final String name;
    private final Counts declared;
    private final @Nullable Instant startedAt;
    private final @Nullable Instant endedAt;
    private int tests;

    private JUnitSuite(String name, Counts declared, @Nullable Instant startedAt, @Nullable Instant endedAt) {
        this.name = name;
        this.declared = declared;
        this.startedAt = startedAt;
        this.endedAt = endedAt;
    }

    static JUnitSuite of(XMLStreamReader xml) {
        int total = XmlText.number(xml, "tests");
        int failed = XmlText.number(xml, "failures");
        int errored = XmlText.number(xml, "errors");
        int skipped = Math.max(XmlText.number(xml, "skipped"), XmlText.number(xml, "disabled"));
        int passed = Math.max(0, total - failed - errored - skipped);
        Instant start = Times.parse(XmlText.attribute(xml, "timestamp"));
        long millis = Times.millis(XmlText.attribute(xml, "time"));
        return new JUnitSuite(
                XmlText.attribute(xml, "name"),
                new Counts(total, passed, failed, errored, skipped, 0),
                start,
                start == null || millis < 0 ? null : start.plusMillis(millis));
    }

    void countTest() {
        tests++;
    }

    String name() {
        return name;
    }

    /** What the suite states and does not show. */
    Counts declared() {
        return declared;
    }

    boolean namesNoTest() {
        return tests == 0 && declared.total() > 0;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
