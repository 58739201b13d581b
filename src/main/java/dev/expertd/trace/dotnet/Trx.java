package dev.expertd.trace.dotnet;

import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Peek;
import dev.expertd.trace.format.XmlFormat;

/**
 * The results of {@code dotnet test --logger trx}, vstest.console and MSTest.
 *
 * <pre>
 * &lt;TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"&gt;
 *   &lt;Times start="..." finish="..."/&gt;
 *   &lt;Results&gt;
 *     &lt;UnitTestResult testId="G" testName="Shop.CartTests.Adds(a: 1)" duration="00:00:00.0123456" outcome="Failed"&gt;
 *       &lt;Output&gt;&lt;ErrorInfo&gt;&lt;Message/&gt;&lt;StackTrace/&gt;&lt;/ErrorInfo&gt;&lt;/Output&gt;
 *       &lt;InnerResults&gt;&lt;UnitTestResult/&gt;...&lt;/InnerResults&gt;      the rows of a data-driven test
 *   &lt;TestDefinitions&gt;
 *     &lt;UnitTest id="G"&gt;&lt;TestMethod className="Shop.CartTests" name="Adds"/&gt;
 *   &lt;ResultSummary outcome="Failed"&gt;&lt;RunInfos&gt;&lt;RunInfo outcome="Error"&gt;&lt;Text/&gt;
 * </pre>
 *
 * The definitions may stand before the results, as MSTest wrote them, or behind, as vstest does. That the host crashed is
 * told by a {@code RunInfo} alone, all tests listed having passed.
 */
public final class Trx extends XmlFormat {
    private static final String NAMESPACE = "http://microsoft.com/schemas/VisualStudio/TeamTest/";

    @Override
    public String name() {
        return "trx";
    }

    @Override
    public boolean matches(Peek peek) {
        return peek.root().equals("TestRun")
                && (peek.namespace().isEmpty() || peek.namespace().startsWith(NAMESPACE));
    }

    @Override
    protected Elements elements(Collected into) {
        return new TrxElements(into);
    }
}
