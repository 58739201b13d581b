package dev.expertd.learn;

import dev.expertd.journal.JournaledVerdict;
import dev.expertd.journal.TestHistory.Place;
import dev.expertd.judge.Conditions;
import dev.expertd.judge.Fingerprint;
import dev.expertd.judge.RunJudge;
import dev.expertd.model.Condition;
import dev.expertd.model.Failure;
import dev.expertd.model.PastVerdict;
import dev.expertd.model.Run;
import dev.expertd.model.Scope;
import dev.expertd.model.Sighting;
import dev.expertd.model.Status;
import dev.expertd.model.TestDelta;
import dev.expertd.model.TestResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays the results of a run beside what the journal knows of each test. */
final class RunConditions {
    /** So far back a red verdict is looked for of a test that is missing now. */
    private static final int SIGHTINGS = 200;

    private final Site site;
    private final Flakes flakes;
    private final Predecessors predecessors;

    /** {@code flakes} knows the tests of the source that ran on that code, {@code predecessors} what lies behind it. */
    RunConditions(Site site, Flakes flakes, Predecessors predecessors) {
        this.site = site;
        this.flakes = flakes;
        this.predecessors = predecessors;
    }

    /** A result with its step, its fingerprint, and whether the same code did the opposite before. */
    record Compared(TestResult result, TestDelta delta, String fingerprint, boolean flaky) {}

    /** Compares every result of the run. A run that may blame nobody proves no flake either. */
    List<Compared> compare(Run run) {
        boolean doubtful = run.scope() == Scope.INCOMPLETE || RunJudge.suspectsMachine(run.counts());
        List<TestResult> results = run.verdicts();
        Map<String, PastVerdict> before = predecessors.of(
                results.stream().map(result -> result.test().id()).toList());
        List<Compared> compared = new ArrayList<>(results.size());
        for (TestResult result : results) {
            String print = fingerprint(result);
            boolean proven = !doubtful && (result.flaky() || flakes.contradicts(result));
            compared.add(new Compared(
                    result,
                    Conditions.compare(
                            result,
                            before.get(result.test().id()),
                            print,
                            proven || flakes.isQuarantined(result),
                            run.scope()),
                    print,
                    proven));
        }
        return compared;
    }

    /** Tests that were red when they were last executed and are missing from a run of the whole suite. */
    List<JournaledVerdict> missing(Run run) {
        if (run.scope() != Scope.COMPLETE || run.results().isEmpty()) {
            return List.of();
        }
        Set<String> present = new HashSet<>();
        run.results().forEach(result -> present.add(result.test().id()));
        Set<Long> behind = new HashSet<>();
        predecessors.places().stream().map(Place::seq).forEach(behind::add);
        return site.journal().verdicts().reds(behind).stream()
                .filter(verdict -> !present.contains(verdict.test()))
                .filter(verdict -> isRedNow(verdict.test(), behind))
                .map(RunConditions::notRun)
                .toList();
    }

    private boolean isRedNow(String test, Set<Long> behind) {
        return site.journal().tests().sightings(site.repository(), test, Long.MAX_VALUE, SIGHTINGS).stream()
                .filter(sighting -> behind.contains(sighting.run()))
                .filter(sighting -> sighting.condition() != Condition.SKIPPED)
                .findFirst()
                .filter(Sighting::isRed)
                .isPresent();
    }

    private static JournaledVerdict notRun(JournaledVerdict red) {
        return new JournaledVerdict(
                red.test(),
                red.name(),
                red.suite(),
                red.file(),
                Status.SKIPPED,
                Condition.NOT_RUN,
                false,
                red.fingerprint(),
                red.type(),
                red.message(),
                red.body());
    }

    private static String fingerprint(TestResult result) {
        Failure failure = result.failure();
        if (!result.status().isRed() || failure == null) {
            return "";
        }
        return Fingerprint.of(failure, result.test()).key();
    }
}
