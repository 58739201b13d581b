package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.incomplete;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.Run;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibTestTest {
    @TempDir
    private Path folder;

    @Test
    void everyTestCountsWithItsFailureAndTheProgramItStandsIn() {
        Run run = complete(read(folder, fixture("libtest.jsonl")));

        assertThat(run.format()).isEqualTo("libtest");
        assertThat(run.counts()).isEqualTo(new Counts(4, 2, 1, 0, 1, 0));
        Failure failure =
                Objects.requireNonNull(result(run, "cart::tests::total").failure());
        assertThat(failure.type()).isEqualTo("panic");
        assertThat(failure.message()).startsWith("assertion `left == right` failed");
        assertThat(result(run, "cart::tests::total").durationMillis()).isEqualTo(250);
        assertThat(result(run, "cart::tests::total").test().suite()).isEqualTo("shop");
        assertThat(result(run, "cart::tests::empty").durationMillis()).isEqualTo(61_500);
    }

    @Test
    void theBackslashesOfWindowsAreKeptAndTheLineOfAnExampleMayMove() {
        Run run = complete(read(folder, fixture("libtest.jsonl")));
        Run moved = complete(read(folder, fixture("libtest.jsonl").replace("line 4", "line 40")));

        assertThat(result(run, "src\\cart.rs - new (line 4)").test().file()).isEqualTo("src/cart.rs");
        assertThat(result(moved, "src\\cart.rs - new (line 40)").test().id())
                .isEqualTo(result(run, "src\\cart.rs - new (line 4)").test().id());
    }

    @Test
    void aSuiteWithoutAnEndCrashedAndItsTestNeverFinished() {
        Run run = incomplete(read(folder, """
                {"type":"suite","event":"started","test_count":1}
                {"type":"test","event":"started","name":"a"}
                """));

        assertThat(run.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
    }

    @Test
    void nextestsLaterAttemptThatPassesIsFlaky() {
        Run run = complete(read(folder, """
                {"type":"suite","event":"started","test_count":1}
                {"type":"test","event":"ok","name":"shop::cart$total#2"}
                {"type":"suite","event":"ok","passed":1,"failed":0}
                """));

        assertThat(run.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 1));
        assertThat(result(run, "total").test().suite()).isEqualTo("shop::cart");
    }

    @Test
    void aCrateThatDoesNotCompileIsARunError() {
        Run run = complete(read(folder, """
                {"reason":"compiler-message","package_id":"shop","message":{"level":"error","rendered":"error[E0425]: no total"}}
                {"reason":"build-finished","success":false}
                """));

        assertThat(run.runErrors()).containsExactly("error[E0425]: no total");
    }
}
