package dev.expertd.trace.dotnet;

import dev.expertd.model.Failure;
import dev.expertd.trace.failure.PrintedFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the frameworks write as the message of a test.
 *
 * <pre>
 * System.Exception : text                                            xUnit, NUnit
 * Test method Shop.CartTests.Adds threw exception: \nSystem.Exception: text      MSTest
 * Initialization method Shop.CartTests.Init threw exception. System.Exception: System.Exception: text.
 * </pre>
 */
final class TrxFailure {
    private static final Pattern NAMED = Pattern.compile(
            "^\\s*(?:[^\\n]{1,400} threw exception[:.]\\s{1,20})?"
                    + "((?:[A-Za-z_][\\w+`]{0,200}\\.){0,20}[\\w+`]{0,200}(?:Exception|Error)) ?: (.*)$",
            Pattern.DOTALL);

    private TrxFailure() {}

    static Failure of(String message, String stack) {
        Matcher named = NAMED.matcher(message);
        if (!named.matches()) {
            return PrintedFailure.completed(new Failure("", message, stack));
        }
        String type = named.group(1);
        String rest = named.group(2);
        return new Failure(type, rest.startsWith(type + ": ") ? rest.substring(type.length() + 2) : rest, stack);
    }
}
