package dev.expertd.trace.golang;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.format.BoundedText;
import dev.expertd.trace.format.Collected;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One package, and the processes that ran its tests: gotestsum runs those that failed again, in a process each.
 *
 * <ul>
 *   <li>A test that has no end when its process has one is errored; a subtest whose test passed has passed, for
 *       {@code go test} loses such ends, as has a benchmark, which has none.
 *   <li>A package that fails while no test of that process does is a run error: a build, {@code TestMain}, a panic.
 *   <li>A package without an end was interrupted.
 * </ul>
 */
final class GoPackage {
    private static final int ERROR = 2_000;

    private final int place;
    private final String name;
    private final GoTexts texts;
    private final Collected results;
    private final Map<String, GoCase> cases = new LinkedHashMap<>();
    private final Map<String, GoCase> running = new LinkedHashMap<>();
    private String lastPrinting = "";
    private @Nullable GoCase lastPrinted;
    private @Nullable BoundedText output;
    private int process;
    private boolean open;
    private boolean red;
    private String error = "";
    private String failedBuild = "";

    GoPackage(int place, String name, GoTexts texts, Collected results) {
        this.place = place;
        this.name = name;
        this.texts = texts;
        this.results = results;
    }

    /** Its place in the order in which the packages were met. */
    int place() {
        return place;
    }

    /** The build because of which the package failed; empty if it is not that. */
    String failedBuild() {
        return failedBuild;
    }

    /** Returns true if more than printed text may have come of it. */
    boolean event(GoEvent event) {
        if (event.action().equals("output")) {
            print(event);
            return false;
        }
        if (event.test().isEmpty()) {
            own(event);
            return true;
        }
        switch (event.action()) {
            case "run" -> run(event.test());
            case "pass", "bench" -> end(event, Status.PASSED);
            case "fail" -> end(event, Status.FAILED);
            case "skip" -> end(event, Status.SKIPPED);
            default -> {} // pause, cont and whatever a later Go says in between
        }
        return true;
    }

    private void print(GoEvent event) {
        if (event.test().isEmpty()) {
            output = texts.add(output, event.output());
            return;
        }
        GoCase known = printing(event.test());
        if (known != null) {
            known.print(event.output());
        }
    }

    /** The test of that name; mostly it printed before, and then the event gives the very same text. */
    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    private @Nullable GoCase printing(String test) {
        if (test != lastPrinting || lastPrinted == null) {
            lastPrinting = test;
            lastPrinted = cases.get(test);
        }
        return lastPrinted;
    }

    /** A build failed, as plain text says. */
    void broke(String build) {
        failedBuild = build;
        open = false;
    }

    /** True if nothing is to be told of it but the results of its tests, which stand where they belong. */
    boolean isSettled() {
        return !open && running.isEmpty() && error.isEmpty() && failedBuild.isEmpty();
    }

    /** Renews the results of those that are running. */
    void tellRunning() {
        running.values().forEach(test -> test.tellRunning(hasPassed(test, false)));
    }

    void tell(Collected into) {
        if (!error.isEmpty()) {
            into.error(error);
        }
        if (open) {
            into.incomplete("package " + name + " did not end");
        }
    }

    private void own(GoEvent event) {
        switch (event.action()) {
            case "start" -> open();
            case "pass", "skip" -> close(false, event);
            case "fail" -> close(true, event);
            default -> {}
        }
    }

    private void open() {
        if (!open) {
            open = true;
            red = false;
            error = "";
            failedBuild = "";
            process++;
        }
    }

    private void run(String test) {
        open();
        GoCase known = test(test);
        if (known != null) {
            known.start();
            running.put(test, known);
        }
    }

    private void end(GoEvent event, Status status) {
        open();
        GoCase known = test(event.test());
        if (known == null) {
            return;
        }
        running.remove(event.test());
        known.end(status, process, event.millis());
        red |= status.isRed();
        Failure why = known.failure();
        if (status.isRed() && why != null) {
            tellParents(event.test(), why);
        }
    }

    /** A test that fails by its subtests alone prints nothing; it fails for the same reason. */
    private void tellParents(String test, Failure why) {
        for (int slash = test.lastIndexOf('/'); slash > 0; slash = test.lastIndexOf('/', slash - 1)) {
            GoCase parent = cases.get(test.substring(0, slash));
            if (parent != null) {
                parent.inherit(why);
            }
        }
    }

    private void close(boolean failed, GoEvent event) {
        for (GoCase test : running.values()) {
            if (hasPassed(test, !failed)) {
                test.end(Status.PASSED, process, -1);
            } else {
                test.neverFinished(process);
                red = true;
            }
        }
        running.clear();
        if (failed && !event.failedBuild().isEmpty()) {
            failedBuild = event.failedBuild();
        } else if (failed && !red && failedBuild.isEmpty()) {
            error = why();
        }
        texts.drop(output);
        output = null;
        open = false;
    }

    /** True if a test without an end passed all the same. */
    private boolean hasPassed(GoCase test, boolean packagePassed) {
        int slash = test.name().indexOf('/');
        if (slash < 0) {
            return packagePassed && test.name().startsWith("Benchmark");
        }
        GoCase top = cases.get(test.name().substring(0, slash));
        return top != null && top.passedIn(process);
    }

    private String why() {
        String printed = String.join("\n", GoTexts.lines(output)).strip();
        return name + ": "
                + (printed.isEmpty() ? "the package failed" : printed.substring(0, Math.min(printed.length(), ERROR)));
    }

    private @Nullable GoCase test(String test) {
        GoCase known = cases.get(test);
        if (known == null && results.isFull()) {
            results.incomplete("it holds more than " + Collected.RESULTS + " tests");
        } else if (known == null) {
            known = new GoCase(name, test, texts, results);
            cases.put(test, known);
        }
        return known;
    }
}
