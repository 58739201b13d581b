package dev.expertd.trace.golang;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.BoundedText;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.TestId;
import org.jspecify.annotations.Nullable;

/**
 * One test or subtest with its attempts. Within one process the worst counts, as {@code -count} runs a test again whether
 * it failed or not; a later process takes its place, and one that passes then makes it flaky.
 */
final class GoCase {
    private static final Failure NEVER_FINISHED = new Failure("", "started, never finished", "");

    private final String name;
    private final GoTexts texts;
    private Status status = Status.ERRORED;
    private int process = -1;
    private long millis = -1;
    private boolean running;
    private boolean wasRed;
    private @Nullable BoundedText output;
    private @Nullable Failure failure;
    private @Nullable Failure inherited;

    GoCase(String name, GoTexts texts) {
        this.name = name;
        this.texts = texts;
    }

    String name() {
        return name;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    void start() {
        running = true;
        inherited = null;
    }

    void print(String text) {
        if (running) {
            output = texts.add(output, text);
        }
    }

    void inherit(Failure why) {
        inherited = inherited == null ? why : inherited;
    }

    void end(Status now, int in, long took) {
        if (process < 0) {
            status = now;
        } else if (in == process) {
            status = status.worst(now);
        } else {
            wasRed |= status.isRed();
            status = now;
        }
        if (now.isRed()) {
            Failure printed = texts.failure(output);
            failure = printed != null ? printed : inherited != null ? inherited : new Failure("", "", "");
        }
        process = in;
        millis = took;
        running = false;
        texts.drop(output);
        output = null;
    }

    void neverFinished(int in) {
        Failure printed = texts.failure(output);
        end(Status.ERRORED, in, -1);
        failure = printed == null ? NEVER_FINISHED : printed;
    }

    boolean passedIn(int one) {
        return process == one && !running && status == Status.PASSED;
    }

    /** Adds the result. A test that is running has none but that it never finished, unless it is known to have passed. */
    void tell(String module, boolean passed, Collected into) {
        boolean cutOff = running && !passed;
        Status told = cutOff ? Status.ERRORED : running ? Status.PASSED : status;
        Failure printed = cutOff ? texts.failure(output) : failure;
        into.add(
                test(module),
                told,
                told == Status.PASSED && wasRed,
                running ? -1 : millis,
                cutOff && printed == null ? NEVER_FINISHED : printed);
    }

    /** Outside of a module Go calls a package by its folder, behind an underscore. */
    private TestCase test(String module) {
        String lasting = module.startsWith("_/") ? module.substring(1) : module;
        return new TestCase(TestId.of("go", lasting, name), name, module, "");
    }
}
