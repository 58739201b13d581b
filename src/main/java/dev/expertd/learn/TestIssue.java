package dev.expertd.learn;

import dev.expertd.model.Condition;
import dev.expertd.model.Health;
import dev.expertd.model.TestCase;
import java.util.List;

/** Something about tests that matters now. */
public sealed interface TestIssue {
    /** The whole of it in one line. */
    String line();

    List<TestCase> tests();

    /**
     * Tests that are red for one and the same reason.
     *
     * @param fingerprint of the failure
     * @param headline of the failure, as its runner put it
     * @param place file of the topmost own frame; empty if no frame is known
     * @param since the commit on which it was first seen; on uncommitted changes the one they stood on
     * @param commits those that may have caused it, the likeliest first; none if it was never green, was only seen on
     *     uncommitted changes, or the machine is to be suspected
     * @param suspected seen only once so far
     * @param runs how often it was seen in a row
     */
    record Failing(
            String line,
            Condition condition,
            List<TestCase> tests,
            String fingerprint,
            String headline,
            String kind,
            String place,
            String since,
            List<String> commits,
            boolean suspected,
            int runs)
            implements TestIssue {
        public Failing {
            tests = List.copyOf(tests);
            commits = List.copyOf(commits);
        }
    }

    /** A test that was bad in some of its last executions: red, or in need of a retry. */
    record Unsteady(String line, TestCase test, Health health, int bad, int executed) implements TestIssue {
        @Override
        public List<TestCase> tests() {
            return List.of(test);
        }
    }

    /** A test that was red and is not executed any more: muted, or missing from whole runs. */
    record Silenced(String line, TestCase test, Condition condition, String headline, String since)
            implements TestIssue {
        @Override
        public List<TestCase> tests() {
            return List.of(test);
        }
    }

    /**
     * Tests that the same commits repaired.
     *
     * @param commits those that may have done it, the likeliest first
     */
    record Repaired(String line, List<TestCase> tests, String headline, List<String> commits) implements TestIssue {
        public Repaired {
            tests = List.copyOf(tests);
            commits = List.copyOf(commits);
        }
    }
}
