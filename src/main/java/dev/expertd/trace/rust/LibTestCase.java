package dev.expertd.trace.rust;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.TestId;
import dev.expertd.trace.format.TestName;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One test. Its name is a path of modules, or that of an item in a file with the line of its example, which moves:
 *
 * <pre>
 * cart::tests::total
 * src/cart.rs - cart::Cart::total (line 12)
 * shop::cart$tests::total#2          nextest: the program, and the attempt
 * </pre>
 */
final class LibTestCase {
    private static final Pattern RETRY = Pattern.compile("(?s)(.+)#(\\d{1,4})");
    private static final Pattern EXAMPLE = Pattern.compile("(\\S{1,500}) - (.*)\\(line \\d{1,7}\\)(.*)");
    private static final Failure NEVER_FINISHED = new Failure("", "started, never finished", "");

    private final String name;
    private final TestCase test;
    private final Collected results;
    private final int place;
    private Status status = Status.ERRORED;
    private @Nullable Failure failure = NEVER_FINISHED;
    private boolean ended;
    private boolean flaky;

    /** Examples of one item differ by their order alone, of which {@code examples} keeps count. */
    LibTestCase(String program, String name, Map<String, Integer> examples, Collected results) {
        this.name = name;
        this.test = test(program, name, examples);
        this.results = results;
        this.place = results.results();
        results.add(test, status, false, -1, failure);
    }

    /** The name without the attempt. Where backslashes were taken for escapes, they are that of a path again. */
    static String plain(String name) {
        Matcher retry = RETRY.matcher(name);
        String plain = isRetry(name) && retry.matches() ? retry.group(1) : name;
        return plain.replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
                .replace("\b", "\\b")
                .replace("\f", "\\f");
    }

    static boolean isRetry(String name) {
        return name.indexOf('$') > 0 && RETRY.matcher(name).matches();
    }

    boolean namesItsProgram() {
        return name.indexOf('$') > 0;
    }

    boolean hasEnded() {
        return ended;
    }

    boolean isRed() {
        return status.isRed();
    }

    void end(Status now, String calledSo, long took, @Nullable Failure why) {
        boolean failedBefore = ended ? status.isRed() || flaky : isRetry(calledSo) && !calledSo.endsWith("#1");
        flaky = failedBefore && now == Status.PASSED;
        failure = why != null || flaky && ended ? (why == null ? failure : why) : null;
        status = now;
        ended = true;
        results.put(place, test, status, flaky, took, failure);
    }

    private static TestCase test(String program, String name, Map<String, Integer> examples) {
        int dollar = name.indexOf('$');
        String suite = dollar > 0 ? name.substring(0, dollar) : program;
        String own = dollar > 0 ? name.substring(dollar + 1) : name;
        Matcher example = EXAMPLE.matcher(own);
        if (!example.matches()) {
            return new TestCase(TestId.of("rust", suite, own), own, suite, "");
        }
        String file = example.group(1).replace('\\', '/');
        String item = file + " - " + example.group(2) + example.group(3);
        int count = examples.merge(suite + '\n' + item, 1, Integer::sum);
        String id = TestId.of("rust", suite, count == 1 ? item : item + '#' + count);
        return new TestCase(id, own, suite, TestName.isFile(file) ? file : "");
    }
}
