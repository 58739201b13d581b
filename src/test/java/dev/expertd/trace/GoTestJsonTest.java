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
import dev.expertd.model.Status;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoTestJsonTest {
    @TempDir
    private Path folder;

    @Test
    void everyTestAndSubtestCountsWithItsFailure() {
        Run run = complete(read(folder, fixture("go-test.jsonl")));

        assertThat(run.format()).isEqualTo("go-test");
        assertThat(run.counts()).isEqualTo(new Counts(4, 1, 2, 0, 1, 1));
        assertThat(result(run, "TestTotal/two_items").failure())
                .isEqualTo(new Failure("", "total is 5, want 7", "cart_test.go:21: total is 5, want 7"));
        assertThat(result(run, "TestTotal/two_items").durationMillis()).isEqualTo(250);
        assertThat(result(run, "TestTotal/two_items").test().suite()).isEqualTo("example.com/shop/cart");
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00.5Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:03Z"));
    }

    @Test
    void aTestThatFailsByItsSubtestFailsForTheSameReason() {
        Run run = complete(read(folder, fixture("go-test.jsonl")));

        assertThat(result(run, "TestTotal").failure())
                .isEqualTo(result(run, "TestTotal/two_items").failure());
    }

    @Test
    void aTestThatPassesInALaterProcessIsFlaky() {
        Run run = complete(read(folder, fixture("go-test.jsonl")));

        assertThat(result(run, "TestStock").status()).isEqualTo(Status.PASSED);
        assertThat(result(run, "TestStock").flaky()).isTrue();
        assertThat(result(run, "TestStock").durationMillis()).isEqualTo(500);
    }

    @Test
    void aBuildThatBrokeIsARunErrorAlsoWhenOnlyPlainTextSaysSo() {
        Run run = complete(read(folder, fixture("go-test.jsonl")));

        assertThat(run.runErrors()).hasSize(1);
        assertThat(run.runErrors().get(0)).contains("example.com/shop/mail: build failed", "undefined: Send");
    }

    @Test
    void repeatedInOneProcessTheWorstCounts() {
        Run run = complete(read(
                folder,
                event("run", "TestA")
                        + event("fail", "TestA")
                        + event("run", "TestA")
                        + event("pass", "TestA")
                        + event("fail", "")));

        assertThat(run.counts()).isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
    }

    @Test
    void aTestWithoutAnEndIsErroredAndASubtestOfAPassingOnePassed() {
        Run run = complete(read(
                folder,
                event("run", "TestA")
                        + event("run", "TestA/b")
                        + event("pass", "TestA")
                        + event("run", "TestC")
                        + event("fail", "")));

        assertThat(run.counts()).isEqualTo(new Counts(3, 2, 0, 1, 0, 0));
        assertThat(result(run, "TestC").failure()).isEqualTo(new Failure("", "started, never finished", ""));
        assertThat(run.runErrors()).isEmpty();
    }

    @Test
    void aPackageThatFailsThoughItsTestsPassIsARunError() {
        String panic = "{\"Action\":\"output\",\"Package\":\"p\",\"Output\":\"panic: no database\\n\"}\n";
        Run run = complete(read(folder, event("run", "TestA") + event("pass", "TestA") + panic + event("fail", "")));

        assertThat(run.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(run.runErrors()).containsExactly("p: panic: no database");
    }

    @Test
    void aPackageWithoutAnEndWasInterrupted() {
        assertThat(incomplete(read(folder, event("run", "TestA") + event("pass", "TestA")))
                        .counts()
                        .passed())
                .isEqualTo(1);
    }

    @Test
    void whatATestPrintedIsNotTakenFromALineThatOnlyBeginsLikeIt() {
        String line = "{\"Time\":\"2026-03-02T09:30:00Z\",\"Action\":\"output\",\"Package\":\"p\",\"Output\":\"";
        Run run = complete(read(
                folder,
                event("run", "TestA")
                        + line + "    cart_test.go:1: no total\\n\",\"Test\":\"TestA\"}\n"
                        + line + "    cart_test.go:2: of the package\\n\"}\n"
                        + event("fail", "TestA")
                        + event("fail", "")));

        assertThat(result(run, "TestA").failure()).isEqualTo(new Failure("", "no total", "cart_test.go:1: no total"));
    }

    private static String event(String action, String test) {
        return "{\"Action\":\"" + action + "\",\"Package\":\"p\"" + (test.isEmpty() ? "" : ",\"Test\":\"" + test + "\"")
                + "}\n";
    }
}
