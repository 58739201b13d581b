package dev.expertd.trace.dotnet;

import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Times;
import dev.expertd.trace.format.XmlFormat;
import dev.expertd.trace.format.XmlText;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One document as it is read. Results are held until the end, when the class of every test is known. */
final class TrxElements implements XmlFormat.Elements {
    /** A run that was cut short has the year 1 for a time that it does not know. */
    private static final Instant REAL = Instant.parse("1990-01-01T00:00:00Z");

    private final Collected into;
    private final TrxSummary summary;
    private final Deque<TrxResult> open = new ArrayDeque<>();
    private final List<TrxResult> held = new ArrayList<>();
    private final Map<String, String> classes = new HashMap<>();
    private String definition = "";
    private boolean inError;
    private boolean red;

    TrxElements(Collected into) {
        this.into = into;
        this.summary = new TrxSummary(into);
    }

    @Override
    public boolean opens(XMLStreamReader xml) throws XMLStreamException {
        String element = xml.getLocalName();
        switch (element) {
            case "Times" -> {
                into.started(time(xml, "start"));
                into.ended(time(xml, "finish"));
            }
            case "UnitTest", "GenericTest", "ManualTest", "OrderedTest", "WebTest", "LoadTest" ->
                definition = XmlText.attribute(xml, "id");
            case "TestMethod" -> {
                if (classes.size() < Collected.RESULTS) {
                    classes.put(definition, XmlText.bounded(XmlText.attribute(xml, "className")));
                }
            }
            case "ErrorInfo" -> inError = true;
            case "Message", "StackTrace", "StdErr" -> {
                return !told(xml, element);
            }
            case "StdOut", "DebugTrace", "TraceInfo", "TextMessages", "CollectorDataEntries", "ResultFiles" -> {
                XmlText.skip(xml);
                return false;
            }
            default -> {
                if (TrxResult.isResult(element)) {
                    open.push(TrxResult.of(xml, open.peek()));
                    return true;
                }
                return summary.opens(xml);
            }
        }
        return true;
    }

    @Override
    public void closes(String element) {
        if (element.equals("ErrorInfo")) {
            inError = false;
        } else if (TrxResult.isResult(element) && !open.isEmpty()) {
            TrxResult result = open.pop();
            TrxResult around = open.peek();
            if (around != null) {
                around.holds(result);
            }
            if (result.counts() && held.size() <= Collected.RESULTS) {
                red |= result.status().isRed();
                held.add(result.bounded(into));
            }
        }
    }

    @Override
    public void ends() {
        held.forEach(result -> result.into(into, classes));
        summary.ends(!held.isEmpty(), red);
    }

    /** Returns true if the element was read to its end. */
    private boolean told(XMLStreamReader xml, String element) throws XMLStreamException {
        TrxResult result = open.peek();
        boolean wanted = result != null
                && (inError || element.equals("StdErr") && result.status().isRed());
        if (result == null || !wanted) {
            XmlText.skip(xml);
        } else {
            result.tells(element, XmlText.inside(xml));
        }
        return true;
    }

    private static @Nullable Instant time(XMLStreamReader xml, String name) {
        Instant time = Times.parse(XmlText.attribute(xml, name));
        return time == null || time.isBefore(REAL) ? null : time;
    }
}
