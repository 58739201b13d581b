package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Condition;
import dev.expertd.model.Health;
import dev.expertd.model.Sighting;
import dev.expertd.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlakinessTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final List<Sighting> newestFirst = new ArrayList<>();
    private Instant now = START;

    @Test
    void aTestThatAlwaysPassesIsHealthy() {
        pass("a").pass("b");
        assertThat(health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aProvenFlakeStaysFlakyWithoutEnoughCleanPasses() {
        flake("a").later(8).pass("b").pass("c").pass("d").pass("e");
        assertThat(health()).isEqualTo(Health.FLAKY);
        pass("f");
        assertThat(health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void fiveCleanPassesWithinAWeekClearNothing() {
        flake("a").pass("b").pass("c").pass("d").pass("e").pass("f").later(6);
        assertThat(health()).isEqualTo(Health.FLAKY);
        later(1);
        assertThat(health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aRedRunBeginsTheCountAnew() {
        flake("a").later(8).pass("b").pass("c").red("d").pass("e").pass("f").pass("g");
        assertThat(health()).isEqualTo(Health.FLAKY);
    }

    @Test
    void onceClearedARedRunIsARealOneAgain() {
        flake("a").later(8).pass("b").pass("c").pass("d").pass("e").pass("f").red("g");
        assertThat(health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void redOnThreeTreesInARowIsBrokenEvenIfItWasFlaky() {
        flake("a").red("b").red("c");
        assertThat(health()).isEqualTo(Health.FLAKY);
        red("d");
        assertThat(health()).isEqualTo(Health.BROKEN);
    }

    @Test
    void redThreeTimesOnOneTreeIsNotBroken() {
        red("a").red("a").red("a");
        assertThat(health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void threeTurnsInTenRunsAreOnlySuspect() {
        pass("a").red("b").pass("c");
        assertThat(health()).isEqualTo(Health.HEALTHY);
        red("d");
        assertThat(health()).isEqualTo(Health.SUSPECT);
    }

    @Test
    void turnsThatLieMoreThanTenRunsBackAreForgotten() {
        pass("a").red("b").pass("c").red("d");
        for (int i = 0; i < 10; i++) {
            pass("later " + i);
        }
        assertThat(health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aRunThatSuspectsTheMachineProvesNothing() {
        add("a", Status.PASSED, false, false)
                .add("b", Status.FAILED, false, true)
                .add("c", Status.FAILED, false, true)
                .add("d", Status.FAILED, false, true);
        assertThat(health()).isEqualTo(Health.HEALTHY);
    }

    private Health health() {
        return Flakiness.of(newestFirst, now);
    }

    private FlakinessTest pass(String tree) {
        return add(tree, Status.PASSED, false, false);
    }

    private FlakinessTest red(String tree) {
        return add(tree, Status.FAILED, false, false);
    }

    private FlakinessTest flake(String tree) {
        return add(tree, Status.PASSED, true, false);
    }

    private FlakinessTest later(int days) {
        now = now.plus(Duration.ofDays(days));
        return this;
    }

    private FlakinessTest add(String tree, Status status, boolean flaky, boolean doubtful) {
        newestFirst.add(
                0,
                new Sighting(
                        newestFirst.size(),
                        "s",
                        tree,
                        false,
                        tree,
                        now,
                        status,
                        Condition.PASSED,
                        flaky,
                        "",
                        doubtful));
        return this;
    }
}
