package dev.expertd.trace.golang;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.BoundedText;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.TestId;
import dev.expertd.trace.input.QuotedText;
import org.jspecify.annotations.Nullable;

/**
 * One test or subtest with its attempts. Within one process the worst counts, as {@code -count} runs a test again whether
 * it failed or not; a later process takes its place, and one that passes then makes it flaky. Its result stands in its
 * place among those of the run from the beginning.
 */
final class GoCase {
    private static final Failure NEVER_FINISHED = new Failure("", "started, never finished", "");

    private final TestCase test;
    private final GoTexts texts;
    private final Collected results;
    private final int place;
    private Status status = Status.ERRORED;
    private int process = -1;
    private long millis = -1;
    private boolean running;
    private boolean wasRed;
    private @Nullable BoundedText output;
    private @Nullable Failure failure;
    private @Nullable Failure inherited;

    /** What is told of a test that is running is no longer what it printed since. */
    private boolean outdated;

    private boolean toldToPass;

    /** Outside of a module Go calls a package by its folder, behind an underscore. */
    GoCase(String module, String name, GoTexts texts, Collected results) {
        String lasting = module.startsWith("_/") ? module.substring(1) : module;
        this.test = new TestCase(TestId.of("go", lasting, name), name, module, "");
        this.texts = texts;
        this.results = results;
        this.place = results.results();
        results.add(test, Status.ERRORED, false, -1, NEVER_FINISHED);
    }

    String name() {
        return test.name();
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    void start() {
        running = true;
        outdated = true;
        inherited = null;
    }

    void print(QuotedText text) {
        if (running) {
            output = texts.add(output, text);
            outdated = true;
        }
    }

    void inherit(Failure why) {
        inherited = inherited == null ? why : inherited;
    }

    void end(Status now, int in, long took) {
        Failure printed = now.isRed() ? texts.failure(output) : null;
        end(now, in, took, printed != null ? printed : inherited != null ? inherited : new Failure("", "", ""));
    }

    void neverFinished(int in) {
        Failure printed = texts.failure(output);
        end(Status.ERRORED, in, -1, printed == null ? NEVER_FINISHED : printed);
    }

    private void end(Status now, int in, long took, Failure why) {
        if (process < 0) {
            status = now;
        } else if (in == process) {
            status = status.worst(now);
        } else {
            wasRed |= status.isRed();
            status = now;
        }
        failure = now.isRed() ? why : failure;
        process = in;
        millis = took;
        running = false;
        texts.drop(output);
        output = null;
        results.put(place, test, status, status == Status.PASSED && wasRed, millis, failure);
    }

    boolean passedIn(int one) {
        return process == one && !running && status == Status.PASSED;
    }

    /** Tells of a test that is running that it never finished, unless it is known to have passed. */
    void tellRunning(boolean passed) {
        if (passed && (outdated || !toldToPass)) {
            results.put(place, test, Status.PASSED, wasRed, -1, failure);
        } else if (!passed && (outdated || toldToPass)) {
            Failure printed = GoTexts.failureForNow(output);
            results.put(place, test, Status.ERRORED, false, -1, printed == null ? NEVER_FINISHED : printed);
        }
        outdated = false;
        toldToPass = passed;
    }
}
