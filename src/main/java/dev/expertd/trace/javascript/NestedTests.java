package dev.expertd.trace.javascript;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.RepositoryFile;
import dev.expertd.trace.format.TestId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tests that stand in suites within suites. The title of a suite may come behind its tests, so a test learns where it
 * belongs only when the suites around it close.
 */
final class NestedTests {
    /** Suites within suites; no one nests so deep, but a made-up report may. */
    static final int DEPTH = 200;

    private static final class Placed {
        private final String name;
        private final Status status;
        private final boolean flaky;
        private final long millis;
        private final @Nullable Failure failure;
        private String suite = "";
        private String file = "";

        private Placed(String name, Status status, boolean flaky, long millis, @Nullable Failure failure) {
            this.name = name;
            this.status = status;
            this.flaky = flaky;
            this.millis = millis;
            this.failure = failure;
        }
    }

    private final List<Placed> tests = new ArrayList<>();

    int size() {
        return tests.size();
    }

    void add(String name, Status status, boolean flaky, long millis, @Nullable Failure failure) {
        if (tests.size() <= Collected.RESULTS) {
            tests.add(new Placed(name, status, flaky, millis, failure));
        }
    }

    /**
     * Closes a suite: all tests from that one on stand in it.
     *
     * @param title empty for a suite that is none, such as the root
     * @param file empty if the suite names none; that of an inner suite goes first
     */
    void within(int from, String title, String file) {
        for (Placed test : tests.subList(Math.min(from, tests.size()), tests.size())) {
            if (!title.isEmpty()) {
                test.suite = test.suite.isEmpty() ? title : title + " > " + test.suite;
            }
            test.file = test.file.isEmpty() ? file : test.file;
        }
    }

    /** Hands on what was read; to be called even if reading stops. Files are put behind the prefix if they are relative. */
    void into(Collected into, String family, String prefix) {
        for (Placed test : tests) {
            String relative = RepositoryFile.of(test.file);
            TestCase named = new TestCase(
                    TestId.of(family, test.file, test.suite.isEmpty() ? test.name : test.suite + " > " + test.name),
                    test.name,
                    test.suite,
                    relative.isEmpty() ? "" : prefix + relative);
            into.add(named, test.status, test.flaky, test.millis, test.failure);
        }
        tests.clear();
    }
}
