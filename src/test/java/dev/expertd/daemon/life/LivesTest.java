package dev.expertd.daemon.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.daemon.life.Life.End;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What follows from how the daemon's processes ended; time is stepped. */
class LivesTest {
    private static final Optional<JavaCrash> NOTHING_LEFT = Optional.empty();

    private Instant now = Instant.parse("2026-01-05T10:00:00Z");
    private Lives lives = new Lives(List.of());

    @Test
    void aFewCrashesCostNothingAndARowOfThemWaitsLongerAndLongerButNeverMoreThanFiveMinutes() {
        List<Long> waits = Stream.generate(() -> crashes(Duration.ofSeconds(1)))
                .limit(10)
                .map(Duration::toSeconds)
                .toList();
        assertThat(waits).containsExactly(0L, 0L, 0L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
        assertThat(lives.loop(now)).hasValueSatisfying(loop -> {
            assertThat(loop.times()).isEqualTo(10);
            assertThat(loop.since()).isEqualTo("2026-01-05T10:00:00Z");
            assertThat(loop.reason()).isEqualTo("no room");
            assertThat(loop.waitsUntil()).isEmpty();
        });
    }

    @Test
    void itTellsUntilWhenItWaits() {
        for (int i = 0; i < 3; i++) {
            crashes(Duration.ofSeconds(1));
        }
        begins(true);
        assertThat(lives.loop(now).orElseThrow().waitsUntil()).contains(now.plusSeconds(10));
        assertThat(lives.loop(now.plusSeconds(11)).orElseThrow().waitsUntil()).isEmpty();
    }

    @Test
    void whatRunsWellForTenMinutesAfterwardsIsOverAndSoIsWhatWasStopped() {
        for (int i = 0; i < 4; i++) {
            crashes(Duration.ofSeconds(1));
        }
        Duration waits = begins(true);
        assertThat(lives.loop(now.plus(waits).plus(Duration.ofMinutes(9)))).isPresent();
        assertThat(lives.loop(now.plus(waits).plus(Duration.ofMinutes(11)))).isEmpty();
        ends(End.CLEAN, "");
        assertThat(lives.loop(now)).isEmpty();
        assertThat(begins(true)).isZero();
    }

    @Test
    void aCrashNowAndThenIsNoRow() {
        for (int i = 0; i < 6; i++) {
            assertThat(crashes(Duration.ofHours(2))).isZero();
        }
        assertThat(lives.loop(now)).isEmpty();
    }

    @Test
    void killedByHandAgainAndAgainIsNoCrash() {
        for (int i = 0; i < 2000; i++) {
            assertThat(begins(false)).isZero();
            now = now.plusMillis(700);
        }
        lives = lives.closed(now, NOTHING_LEFT);
        assertThat(lives.loop(now)).isEmpty();
        assertThat(lives.all()).hasSize(Lives.KEPT).allMatch(life -> life.end() == End.KILLED);
    }

    @Test
    void dyingWithoutAWordAsSoonAsAServiceManagerStartedItIsACrash() {
        for (int i = 0; i < 3; i++) {
            assertThat(begins(true)).isZero();
            now = now.plusSeconds(3);
        }
        assertThat(begins(true)).isEqualTo(Duration.ofSeconds(10));
        assertThat(lives.loop(now).orElseThrow().reason()).contains("memory ran out");
    }

    @Test
    void killedAfterItSettledIsNoCrashWhoeverStartedIt() {
        for (int i = 0; i < 5; i++) {
            assertThat(begins(true)).isZero();
            lives = lives.changed(1, life -> life.as(End.SETTLED, life.began(), ""));
            now = now.plusSeconds(12);
        }
    }

    @Test
    void whatJavaLeftIsTheReasonWhoeverStartedIt() {
        for (int i = 0; i < 3; i++) {
            begins(false);
            now = now.plusSeconds(30);
            lives = lives.closed(now, Optional.of(new JavaCrash(now, "Java crashed: SIGSEGV (0xb)")));
        }
        assertThat(lives.loop(now).orElseThrow().reason()).isEqualTo("Java crashed: SIGSEGV (0xb)");
        assertThat(lives.toWait()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aReportOfAnEarlierProcessWithThatNumberSaysNothing() {
        begins(false);
        lives = lives.closed(now, Optional.of(new JavaCrash(now.minusSeconds(60), "old")));
        assertThat(lives.last().orElseThrow().end()).isEqualTo(End.KILLED);
    }

    @Test
    void whatWasWrittenIsReadAgainAndDamageIsPassedOver() {
        crashes(Duration.ofSeconds(1));
        begins(true);
        lives = lives.changed(1, life -> life.as(End.CLEAN, now, ""));
        assertThat(Lives.read(lives.text().lines())).isEqualTo(lives);
        assertThat(Lives.read(Stream.of("", "torn", "2026-01-05T10:00:00Z 1 hand x CLEAN 2026-01-05T10:00:00Z "))
                        .all())
                .isEmpty();
        assertThat(lives.text()).hasLineCount(2).contains(" 1 service 0 FAILED 2026-01-05T10:00:01Z no room\n");
    }

    private Duration begins(boolean byService) {
        lives = lives.closed(now, NOTHING_LEFT);
        Duration wait = lives.toWait();
        lives = lives.with(Life.begun(now, 1, byService, wait));
        return wait;
    }

    private Duration crashes(Duration after) {
        Duration wait = begins(true);
        now = now.plus(wait).plus(after);
        ends(End.FAILED, "no room");
        return wait;
    }

    private void ends(End how, String reason) {
        lives = lives.changed(1, life -> life.as(how, now, reason));
    }
}
