package dev.expertd.learn;

import dev.expertd.judge.Conditions;
import dev.expertd.judge.Fingerprint;
import dev.expertd.model.Failure;
import dev.expertd.model.PastVerdict;
import dev.expertd.model.Run;
import dev.expertd.model.TestDelta;
import dev.expertd.model.TestResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays the results of a run beside what the journal knows of each test. */
final class RunConditions {
    /** So many earlier verdicts of a test are looked at, at most; older history decides nothing any more. */
    private static final int PAST_VERDICTS = 12;

    private final Site site;
    private final Conditions conditions = new Conditions();
    private final Map<String, Boolean> ancestors = new HashMap<>();

    RunConditions(Site site) {
        this.site = site;
    }

    /** A result with its step, its fingerprint, and whether the same code did the opposite before. */
    record Compared(TestResult result, TestDelta delta, String fingerprint, boolean flaky) {}

    /**
     * Compares every result of the run.
     *
     * @param base the commit whose code ran, or on which the edited tree stood
     */
    List<Compared> compare(Run run, String base, String treeId) {
        List<Compared> compared = new ArrayList<>(run.results().size());
        for (TestResult result : run.results()) {
            String print = fingerprint(result);
            List<PastVerdict> past = past(result.test().id(), base);
            compared.add(new Compared(
                    result,
                    conditions.compare(result, past, print),
                    print,
                    result.flaky() || conditions.contradicts(result, past, treeId)));
        }
        return compared;
    }

    private List<PastVerdict> past(String test, String base) {
        return site.journal().runs().past(site.repository(), test, Long.MAX_VALUE, PAST_VERDICTS).stream()
                .filter(verdict -> isAncestor(verdict.commit(), base))
                .toList();
    }

    private boolean isAncestor(String commit, String base) {
        if (commit.isEmpty() || base.isEmpty() || commit.equals(base)) {
            return commit.isEmpty() || commit.equals(base);
        }
        return ancestors.computeIfAbsent(commit, id -> site.git().isAncestor(id, base));
    }

    private static String fingerprint(TestResult result) {
        Failure failure = result.failure();
        if (!result.status().isRed() || failure == null) {
            return "";
        }
        return Fingerprint.of(failure, result.test()).key();
    }
}
