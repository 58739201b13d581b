package dev.expertd.trace.dotnet;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.TestId;
import dev.expertd.trace.format.TestName;
import dev.expertd.trace.format.XmlText;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A result: of a test, of a row of a data-driven one, or one that sums up those it holds and is not counted itself. */
final class TrxResult {
    private final String testId;
    private final String name;
    private final Status status;
    private final long millis;
    private boolean holdsResults;
    private boolean holdsRed;
    private String message = "";
    private String stack = "";
    private String printed = "";
    private @Nullable Failure failure;

    private TrxResult(String testId, String name, Status status, long millis) {
        this.testId = testId;
        this.name = name;
        this.status = status;
        this.millis = millis;
    }

    static boolean isResult(String element) {
        return element.endsWith("TestResult") || element.equals("TestResultAggregation");
    }

    /** Rows of MSTest are called like their test and have a number. */
    static TrxResult of(XMLStreamReader xml, @Nullable TrxResult around) {
        String testId = XmlText.attribute(xml, "testId");
        String name = TestName.bounded(XmlText.attribute(xml, "testName"));
        String row = XmlText.attribute(xml, "dataRowInfo");
        if (around != null && (name.isEmpty() || name.equals(around.name))) {
            name = around.name + (row.isEmpty() ? "" : " (Data Row " + TestName.bounded(row) + ")");
        }
        return new TrxResult(
                testId.isEmpty() && around != null ? around.testId : TestName.bounded(testId),
                name,
                TrxOutcome.status(XmlText.attribute(xml, "outcome")),
                TrxOutcome.millis(xml));
    }

    Status status() {
        return status;
    }

    void holds(TrxResult inner) {
        holdsResults = true;
        holdsRed |= inner.status.isRed() || inner.holdsRed;
    }

    /** False for one that sums up others, unless it failed by itself. */
    boolean counts() {
        return !holdsResults || status.isRed() && !holdsRed;
    }

    void tells(String element, String text) {
        switch (element) {
            case "Message" -> message = message.isEmpty() ? text : message;
            case "StackTrace" -> stack = stack.isEmpty() ? text : stack;
            default -> printed = printed.isEmpty() ? text : printed;
        }
    }

    /** The result as it may be held. Returns itself. */
    TrxResult bounded(Collected into) {
        if (status.isRed()) {
            failure = into.bounded(TrxFailure.of(message, stack.isEmpty() ? printed : stack));
        }
        message = "";
        stack = "";
        printed = "";
        return this;
    }

    void into(Collected into, Map<String, String> classes) {
        into.add(test(classes.getOrDefault(testId, "")), status, false, millis, failure);
    }

    /** vstest names a test with its class before it, MSTest without; old definitions name the assembly behind the class. */
    private TestCase test(String className) {
        int assembly = className.indexOf(", ");
        String suite = assembly < 0 ? className : className.substring(0, assembly);
        if (suite.isEmpty()) {
            int parameters = name.indexOf('(');
            int dot = name.lastIndexOf('.', parameters < 0 ? name.length() : parameters);
            suite = dot > 0 && name.lastIndexOf(' ', dot) < 0 ? name.substring(0, dot) : "";
        }
        boolean repeated = !suite.isEmpty() && name.length() > suite.length() + 1 && name.startsWith(suite + ".");
        String own = repeated ? name.substring(suite.length() + 1) : name;
        return new TestCase(TestId.of("trx", suite, own), own, suite, "");
    }
}
