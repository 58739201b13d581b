package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.incomplete;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Counts;
import dev.expertd.model.Run;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TapTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"node.tap, 5, 1, 2, 2", "tape.tap, 3, 2, 1, 0", "bats.tap, 3, 1, 1, 1"})
    void everyWriterIsCountedByThePointsThatAreNotIndented(
            String file, int total, int passed, int failed, int skipped) {
        Run run = complete(read(folder, fixture(file)));

        assertThat(run.format()).isEqualTo("tap");
        assertThat(run.counts()).isEqualTo(new Counts(total, passed, failed, 0, skipped, 0));
        assertThat(run.signals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node.tap | rejects a closed cart    | AssertionError | Expected values to be strictly equal: | 4",
                "node.tap | mail                     | MailError      | no server                             | 2",
                "bats.tap | weighs a parcel          | ''             | '`[ \"$weight\" -eq 5 ]'' failed'     | 7"
            })
    void typeMessageAndDurationComeOutRight(String file, String test, String type, String firstLine, long millis) {
        TestResult result = result(complete(read(folder, fixture(file))), test);

        assertThat(Objects.requireNonNull(result.failure()).type()).isEqualTo(type);
        assertThat(result.failure().message().lines().findFirst().orElse("").strip())
                .isEqualTo(firstLine);
        assertThat(result.durationMillis()).isEqualTo(millis);
    }

    @Test
    void theTitleAboveAnAssertionTellsItFromOthersOfTheSameWords() {
        Run run = complete(read(folder, fixture("tape.tap")));

        assertThat(run.results())
                .extracting(result -> result.test().suite())
                .containsExactly("cart totals", "cart totals", "mails");
        assertThat(run.results()).extracting(result -> result.test().id()).doesNotHaveDuplicates();
        assertThat(Objects.requireNonNull(run.results().get(1).failure()).message())
                .isEqualTo("should be strictly equal\nexpected: 7\nactual: 5");
    }

    @Test
    void theFileOfATestIsToldByItsFailure() {
        assertThat(result(complete(read(folder, fixture("bats.tap"))), "weighs a parcel")
                        .test()
                        .file())
                .isEqualTo("test/parcel.bats");
    }

    @Test
    void theCommentsBehindAPointTellWhyItFailed() {
        Run run = complete(
                read(
                        folder,
                        "not ok 1 - total\n#   Failed test 'total'\n#   at t/cart.t line 4.\n#          got: '5'\n#     expected: '7'\n# Subtest: mail\n    ok 1 - sent\n    1..1\nok 2 - mail\n1..2\n# Looks like you failed 1 test of 2.\n"));

        assertThat(Objects.requireNonNull(result(run, "total").failure()).message())
                .isEqualTo("got: '5'\nexpected: '7'");
    }

    @Test
    void whatThePlanHasAndTheTraceHasNotIsErrored() {
        Run run = complete(read(folder, "1..3\nok 1 - a\nok 3 - c\n"));

        assertThat(run.counts()).isEqualTo(new Counts(3, 2, 0, 1, 0, 0));
        assertThat(result(run, "Test 2").status()).isEqualTo(Status.ERRORED);
    }

    @Test
    void morePointsThanPlannedAreAnErrorOfTheRun() {
        Run run = complete(read(folder, "1..1\nok 1 - a\nok 2 - b\n"));
        Run twice = complete(read(folder, "1..1\nok 2 - a\nok 2 - a\n"));

        assertThat(run.runErrors()).containsExactly("2 points for a plan of 1");
        assertThat(twice.signals()).containsExactly(Signal.DUPLICATE_ID);
    }

    @Test
    void withoutAPlanTheRunMayHaveEndedEarly() {
        assertThat(incomplete(read(folder, "TAP version 14\nok 1 - a\n"))
                        .counts()
                        .passed())
                .isEqualTo(1);
        assertThat(incomplete(read(folder, "ok 1 - a\nok 2 - b\nok 3 - c\n"))
                        .counts()
                        .passed())
                .isEqualTo(3);
    }

    @Test
    void aRunThatBailsOutIsIncomplete() {
        TraceReading reading = read(folder, "1..5\nok 1\nBail out! no database\nok 2\n");

        assertThat(incomplete(reading).counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(reading).hasFieldOrPropertyWithValue("reason", "the run bailed out: no database");
        assertThat(incomplete(read(folder, "1..5\nBail out! no database\n")).runErrors())
                .containsExactly("the run bailed out: no database");
    }

    @Test
    void aPlanOfNothingIsARunWithoutResults() {
        assertThat(complete(read(folder, "1..0 # SKIP no database\n")).signals())
                .containsExactly(Signal.NO_RESULTS);
    }

    @Test
    void bufferedSubtestsFollowTheirPoint() {
        Run run = complete(
                read(
                        folder,
                        "TAP version 14\nnot ok 1 - cart # time=5.5ms {\n    not ok 1 - adds\n      ---\n      message: \"five\"\n      ...\n    1..1\n}\n\nnot ok 2 - mail\n1..2\n"));

        assertThat(run.counts()).isEqualTo(new Counts(2, 0, 2, 0, 0, 0));
        assertThat(result(run, "cart").durationMillis()).isEqualTo(6);
        assertThat(Objects.requireNonNull(result(run, "mail").failure()).message())
                .isEqualTo("mail");
    }

    @Test
    void documentsOneBehindTheOtherAreOneRun() {
        assertThat(complete(read(folder, "TAP version 13\n1..2\nok 1 a\nok 2 b\nTAP version 13\n1..1\nok 1 c\n"))
                        .counts())
                .isEqualTo(new Counts(3, 3, 0, 0, 0, 0));
        assertThat(complete(read(folder, "1..1\nok 1 a\n1..2\nok 1 b\nok 2 c\n"))
                        .counts())
                .isEqualTo(new Counts(3, 3, 0, 0, 0, 0));
        assertThat(complete(read(folder, "ok 1 a\n1..1\nok 1 b\nnot ok 2 c\n1..2\n"))
                        .counts())
                .isEqualTo(new Counts(3, 2, 1, 0, 0, 0));
    }

    @Test
    void aBlockOfDiagnosticsThatHasNoEndHidesNoPoint() {
        assertThat(complete(read(folder, "TAP version 13\nnot ok 1 a\n  ---\n  message: x\nok 2 b\n1..2\n"))
                        .counts()
                        .total())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok  \tshop/cart\t0.2s\nok  \tshop/mail\t0.1s\n",
                "starting\nok\nnot ok to ship\ndone\n",
                "1..2 retries left\nok then\n",
                "ok 1\n",
                "[INFO] 1..4\n[INFO] ok 1 - a\n"
            })
    void anOrdinaryLogIsNoTrace(String log) {
        assertThat(read(folder, log)).isInstanceOf(TraceReading.Unreadable.class);
    }

    @Test
    void aLineOfAnyLengthIsCut() throws IOException {
        Path file = folder.resolve("long.tap");
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("TAP version 13\n1..1\nok 1 - a\n#");
            for (int i = 0; i < 30; i++) {
                out.write("x".repeat(1 << 20));
            }
        }

        assertThat(complete(TraceReader.read(List.of(file))).counts().passed()).isEqualTo(1);
    }

    @Test
    void aNestedErrorWhoseTextRunsOverLinesTellsWhyItFailed() {
        String trace = """
                TAP version 13
                1..3
                not ok 1 - a.test.js {
                    not ok 1 - cart # time=7ms
                        ---
                        error:
                            name: "AssertionError"
                            message: "expected { a: 1 } to deeply equal { a: 2 }"
                        actual: "{
                  \\"a\\": 1,
                }"
                        ...
                    not ok 2 - slow # time=51.78ms
                        ---
                        error:
                            name: "Error"
                            message: "Test timed out in 50ms.
                If this is a long-running test, pass a timeout."
                        ...
                }
                not ok 2 - crash.test.js
                    ---
                    error:
                        name: "Error"
                        message: "Cannot find module './nope.js'"
                    ...
                not ok 3 - late.test.js
                    ---
                    error:
                        name: "Error"
                        message: "Test timed out in 50ms.
                If this is a long-running test, pass a timeout."
                    ...
                """;

        Run run = complete(read(folder, trace));

        assertThat(run.counts()).isEqualTo(new Counts(3, 0, 3, 0, 0, 0));
        assertThat(message(run, "a.test.js")).isEqualTo("expected { a: 1 } to deeply equal { a: 2 }");
        assertThat(message(run, "crash.test.js")).isEqualTo("Cannot find module './nope.js'");
        assertThat(message(run, "late.test.js"))
                .isEqualTo("Test timed out in 50ms.\nIf this is a long-running test, pass a timeout.");
    }

    @Test
    void aQuotedTextThatNeverEndsSwallowsNoPoint() {
        String trace = "TAP version 13\n1..2\nnot ok 1 - a\n  ---\n  message: \"cut\n  ...\nok 2 - b\n";

        assertThat(complete(read(folder, trace)).counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
    }

    @Test
    void whatMochaPrintsBelowAPointTellsWhyItFailed() {
        String trace = """
                1..2
                not ok 1 cart reads tenant
                  Cannot read properties of undefined (reading 'tenantId')
                  TypeError: Cannot read properties of undefined (reading 'tenantId')
                      at Context.<anonymous> (js/mocha/a.spec.js:5:53)
                not ok 2 cart opens
                # tests 2
                # pass 0
                # fail 2
                """;

        Run run = complete(read(folder, trace));

        assertThat(message(run, "cart reads tenant"))
                .isEqualTo("Cannot read properties of undefined (reading 'tenantId')");
        assertThat(Objects.requireNonNull(result(run, "cart reads tenant").failure())
                        .type())
                .isEqualTo("TypeError");
        assertThat(message(run, "cart opens")).isEqualTo("cart opens");
    }

    private static String message(Run run, String test) {
        return Objects.requireNonNull(result(run, test).failure()).message();
    }

    @Test
    void aPlanThatIsNotRunToItsEndMayStillBe() {
        assertThat(Traces.read(folder, "TAP version 13\n1..2\nok 1 - a\n"))
                .isInstanceOfSatisfying(
                        TraceReading.Complete.class,
                        half -> assertThat(half.mayGoOn()).isTrue());
        assertThat(Traces.read(folder, "TAP version 13\n1..1\nok 1 - a\n"))
                .isInstanceOfSatisfying(
                        TraceReading.Complete.class,
                        whole -> assertThat(whole.mayGoOn()).isFalse());
    }
}
