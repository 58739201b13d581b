package dev.expertd.trace.rust;

import dev.expertd.trace.format.JsonLines;
import dev.expertd.trace.format.JsonLinesFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.Peek;
import java.util.Set;

/**
 * What Rust's libtest writes with {@code --format json}, one event a line, a suite for each test program. cargo's own
 * messages may stand between, and nextest writes the same shape.
 *
 * <pre>
 * { "type": "suite", "event": "started", "test_count": 2 }
 * { "type": "test", "event": "started", "name": "cart::tests::total" }
 * { "type": "test", "name": "cart::tests::total", "event": "failed", "exec_time": 0.25, "stdout": "thread ..." }
 * { "type": "suite", "event": "failed", "passed": 1, "failed": 1, "exec_time": 0.3 }
 * </pre>
 *
 * Times are in seconds, older ones a text that ends in {@code s}. The event {@code timeout} only warns that a test is
 * slow. A suite without an end was cut off or crashed.
 */
public final class LibTest extends JsonLinesFormat {
    private static final Set<String> TYPES = Set.of("suite", "test");
    private static final Set<String> REASONS = Set.of("compiler-message", "compiler-artifact", "build-finished");

    @Override
    public String name() {
        return "libtest";
    }

    @Override
    public boolean matches(Peek peek) {
        return anyLine(peek, LibTest::isEvent);
    }

    @Override
    public JsonLines lines() {
        return new LibTestRun();
    }

    private static boolean isEvent(JsonOutline line) {
        String type = line.text("type");
        boolean event = TYPES.contains(type) && !line.text("event").isEmpty();
        boolean bench = type.equals("bench") && line.has("median") && line.has("name");
        return event
                || bench
                || REASONS.contains(line.text("reason")) && (line.has("package_id") || line.has("success"));
    }
}
