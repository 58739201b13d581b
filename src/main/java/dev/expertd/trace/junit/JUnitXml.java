package dev.expertd.trace.junit;

import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Peek;
import dev.expertd.trace.format.XmlFormat;

/**
 * JUnit XML and its dialects: Surefire, Gradle, pytest, Jest, gotestsum, nextest and others.
 *
 * <p>Tests are counted by their elements; the attributes of a suite count attempts in some dialects and are used only
 * where a suite names no test at all.
 */
public final class JUnitXml extends XmlFormat {
    @Override
    public String name() {
        return "junit";
    }

    @Override
    public boolean matches(Peek peek) {
        return peek.root().equals("testsuite") || peek.root().equals("testsuites");
    }

    @Override
    protected Elements elements(Collected into) {
        return new JUnitElements(into);
    }
}
