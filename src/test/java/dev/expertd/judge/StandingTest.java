package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Condition;
import dev.expertd.model.Sighting;
import dev.expertd.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final List<Sighting> newestFirst = new ArrayList<>();

    @Test
    void aTestThatWasNeverRedIsWell() {
        add("a", Status.PASSED, Condition.NEW).add("b", Status.PASSED, Condition.PASSED);
        assertThat(standing()).isInstanceOf(Standing.Well.class);
        newestFirst.clear();
        assertThat(standing()).isInstanceOf(Standing.Well.class);
    }

    @Test
    void aTestFailsFromItsFirstRedAfterItsLastGreen() {
        add("a", Status.PASSED, Condition.NEW)
                .add("b", Status.FAILED, Condition.REGRESSION)
                .add("c", Status.ERRORED, Condition.STILL);
        assertThat(standing()).isInstanceOfSatisfying(Standing.Failing.class, failing -> {
            assertThat(failing.lastPassed())
                    .isNotNull()
                    .extracting(Sighting::commit)
                    .isEqualTo("a");
            assertThat(failing.firstRed().commit()).isEqualTo("b");
            assertThat(failing.runs()).isEqualTo(2);
            assertThat(failing.confirmed()).isTrue();
        });
    }

    @Test
    void oneSightingIsOnlySuspected() {
        add("a", Status.PASSED, Condition.NEW).add("b", Status.FAILED, Condition.REGRESSION);
        assertThat(standing())
                .isInstanceOfSatisfying(
                        Standing.Failing.class,
                        failing -> assertThat(failing.confirmed()).isFalse());
        add("b", Status.FAILED, Condition.STILL);
        assertThat(standing())
                .isInstanceOfSatisfying(
                        Standing.Failing.class,
                        failing -> assertThat(failing.confirmed()).isTrue());
    }

    @Test
    void aSkipThatSaysNothingLeavesTheTestFailing() {
        add("a", Status.FAILED, Condition.NEW_FAILING).add("b", Status.SKIPPED, Condition.SKIPPED);
        assertThat(standing()).isInstanceOf(Standing.Failing.class);
    }

    @Test
    void aMutedTestIsMutedSinceItsFirstSkip() {
        add("a", Status.FAILED, Condition.NEW_FAILING)
                .add("b", Status.SKIPPED, Condition.MUTED)
                .add("c", Status.SKIPPED, Condition.MUTED);
        assertThat(standing())
                .isInstanceOfSatisfying(
                        Standing.Silenced.class,
                        silenced -> assertThat(silenced.since().commit()).isEqualTo("b"));
    }

    @Test
    void aRepairIsNewsForAWeek() {
        add("a", Status.FAILED, Condition.NEW_FAILING)
                .add("b", Status.PASSED, Condition.FIXED)
                .add("c", Status.PASSED, Condition.PASSED);
        assertThat(standing())
                .isInstanceOfSatisfying(
                        Standing.Repaired.class,
                        repaired -> assertThat(repaired.firstGreen().commit()).isEqualTo("b"));
        assertThat(Standing.of(newestFirst, newestFirst, START.plus(Duration.ofDays(8))))
                .isInstanceOf(Standing.Well.class);
    }

    @Test
    void aTestThatTurnsAllTheTimeIsSuspectWhenNothingElseIsToBeSaid() {
        add("a", Status.PASSED, Condition.NEW)
                .add("b", Status.FAILED, Condition.REGRESSION)
                .add("c", Status.PASSED, Condition.PASSED)
                .add("d", Status.FAILED, Condition.REGRESSION)
                .add("e", Status.PASSED, Condition.PASSED);
        assertThat(standing())
                .isInstanceOfSatisfying(
                        Standing.Unsteady.class,
                        unsteady -> assertThat(unsteady.bad()).isEqualTo(2));
    }

    private Standing standing() {
        return Standing.of(newestFirst, newestFirst, START.plusSeconds(60));
    }

    private StandingTest add(String tree, Status status, Condition condition) {
        newestFirst.add(
                0,
                new Sighting(newestFirst.size(), "s", tree, false, tree, START, status, condition, false, "", false));
        return this;
    }
}
