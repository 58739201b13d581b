package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.incomplete;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Counts;
import dev.expertd.model.Run;
import dev.expertd.model.Status;
import dev.expertd.model.TestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericTestsTest {
    @TempDir
    private Path folder;

    @Test
    void testsWithAStatusAreCounted() {
        Run run = complete(read(folder, fixture("generic.json")));

        assertThat(run.format()).isEqualTo("generic");
        assertThat(run.counts()).isEqualTo(new Counts(5, 2, 1, 1, 1, 1));
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:04.500Z"));
        assertThat(run.commit()).isEqualTo("4f1c9a7d2b60e8835c1f0a9d7e6b5c4d3a2f1e0b");
        assertThat(run.results().get(0).test())
                .extracting(test -> test.suite(), test -> test.file())
                .containsExactly("Cart", "test/cart.test.js");
    }

    @ParameterizedTest
    @CsvSource({"discounts, TypeError, price is undefined, 1500", "mails, '', no server, -1"})
    void typeMessageAndDurationComeOutRight(String test, String type, String message, long millis) {
        TestResult result = result(complete(read(folder, fixture("generic.json"))), test);

        assertThat(Objects.requireNonNull(result.failure()).type()).isEqualTo(type);
        assertThat(result.failure().message()).isEqualTo(message);
        assertThat(result.durationMillis()).isEqualTo(millis);
    }

    @Test
    void checksAreTestsAndAnEmptyEndMeansThatTheyWereInterrupted() {
        Run run = incomplete(read(folder, fixture("checks.json")));

        assertThat(run.counts()).isEqualTo(new Counts(3, 1, 1, 1, 0, 0));
        assertThat(Objects.requireNonNull(result(run, "mail").failure()).message())
                .isEqualTo("expected 1 mail, got 0");
        assertThat(result(run, "3").status()).isEqualTo(Status.ERRORED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":2,\"status\":\"error\",\"message\":\"cart.js: unexpected token\",\"tests\":[]}",
                "{\"version\":2,\"status\":\"error\",\"message\":\"cart.js: unexpected token\",\"tests\":null}",
                "{\"status\":\"error\",\"message\":\"cart.js: unexpected token\",\"version\":1}"
            })
    void anErrorWithoutTestsIsARunError(String report) {
        Run run = complete(read(folder, report));

        assertThat(run.counts()).isEqualTo(Counts.NONE);
        assertThat(run.runErrors()).containsExactly("cart.js: unexpected token");
    }

    @Test
    void aFailureThatATestExplainsIsNoRunError() {
        String report = "{\"version\":2,\"status\":\"fail\",\"tests\":[{\"name\":\"a\",\"status\":\"%s\"}]}";

        assertThat(complete(read(folder, report.formatted("fail"))).runErrors()).isEmpty();
        assertThat(complete(read(folder, report.formatted("pass"))).runErrors())
                .containsExactly("the run ended as fail, and no test says why");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"error\",\"message\":\"not found\"}",
                "{\"version\":2,\"status\":\"error\",\"message\":\"x\",\"data\":{}}",
                "{\"name\":\"shop\",\"version\":\"1.0.0\",\"tests\":\"test\"}",
                "{\"tests\":[{\"name\":\"a\"}]}",
                "{\"checks\":[\"a\"]}",
                "{\"results\":{\"tool\":{}},\"tests\":[{\"name\":\"a\",\"status\":\"pass\"}]}",
                "{\"passes\":[],\"tests\":[{\"name\":\"a\",\"status\":\"pass\"}]}"
            })
    void whatIsOfAnotherShapeIsNotClaimed(String text) {
        assertThat(read(folder, text)).isInstanceOf(TraceReading.Unreadable.class);
    }

    @Test
    void valuesOfTheWrongKindAreNone() {
        Run run = complete(
                read(
                        folder,
                        "{\"status\":[],\"tests\":[{\"name\":\"a\",\"status\":\"pass\",\"duration\":\"soon\"},7,null,{\"name\":[],\"status\":7,\"message\":[[]]}]}"));

        assertThat(run.counts()).isEqualTo(new Counts(2, 1, 0, 1, 0, 0));
    }
}
