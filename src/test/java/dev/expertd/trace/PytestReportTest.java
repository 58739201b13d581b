package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.incomplete;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Counts;
import dev.expertd.model.Run;
import dev.expertd.model.TestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PytestReportTest {
    private static final String ONE =
            "\"tests\":[{\"nodeid\":\"test_a.py::test_a\",\"outcome\":\"%s\",\"call\":{\"outcome\":\"%s\"}}]";

    @TempDir
    private Path folder;

    @Test
    void everyOutcomeIsCounted() {
        Run run = complete(read(folder, fixture("pytest.json")));

        assertThat(run.format()).isEqualTo("pytest-json");
        assertThat(run.counts()).isEqualTo(new Counts(8, 3, 1, 2, 2, 1));
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00.250Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:04.500Z"));
        assertThat(run.signals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test_total  | KeyError       | '''blue'''    | 1500",
                "test_sends  | AssertionError | assert 1 == 2 | 250",
                "test_closes | OSError        | still open    | 1"
            })
    void typeMessageAndDurationComeFromTheStageThatFailed(String test, String type, String message, long millis) {
        TestResult result = result(complete(read(folder, fixture("pytest.json"))), test);

        assertThat(Objects.requireNonNull(result.failure()).type()).isEqualTo(type);
        assertThat(result.failure().message()).isEqualTo(message);
        assertThat(result.durationMillis()).isEqualTo(millis);
    }

    @Test
    void theNodeIdGivesFileSuiteAndName() {
        Run run = complete(read(folder, fixture("pytest.json")));

        assertThat(run.results().get(0).test())
                .extracting(test -> test.file(), test -> test.suite(), test -> test.name())
                .containsExactly("tests/test_cart.py", "TestCart", "test_adds[7::8]");
        assertThat(result(run, "test_retries").flaky()).isTrue();
    }

    @Test
    void aFileThatCannotBeImportedIsARunError() {
        assertThat(complete(read(folder, fixture("pytest.json"))).runErrors())
                .containsExactly("tests/test_gone.py: ModuleNotFoundError: No module named 'gone'");
    }

    @Test
    void aReportThatOnlySumsUpCountsByItsSummary() {
        Run run = complete(read(
                folder,
                "{\"exitcode\": 1, \"summary\": {\"passed\": 4, \"failed\": 1, \"xfailed\": 1, \"total\": 6}}"));

        assertThat(run.counts()).isEqualTo(new Counts(6, 4, 1, 0, 1, 0));
        assertThat(run.runErrors()).isEmpty();
    }

    @Test
    void whatWasOnlyCollectedIsNoRun() {
        Run run = complete(
                read(
                        folder,
                        "{\"collectors\":[{\"nodeid\":\"\",\"outcome\":\"passed\"}],\"exitcode\":0,\"summary\":{\"collected\":9,\"total\":0},\"tests\":[]}"));

        assertThat(run.counts()).isEqualTo(Counts.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exitcode\":2,%s}",
                "{\"exitcode\":3,%s}",
                "{\"exitcode\":1,\"summary\":{\"collected\":58,\"deselected\":7},%s}"
            })
    void anInterruptedSessionIsIncomplete(String report) {
        assertThat(incomplete(read(folder, report.formatted(ONE.formatted("failed", "failed"))))
                        .counts()
                        .failed())
                .isEqualTo(1);
    }

    @Test
    void anExitCodeThatNoTestExplainsIsARunError() {
        assertThat(complete(read(folder, "{\"exitcode\":1," + ONE.formatted("passed", "passed") + "}"))
                        .runErrors())
                .containsExactly("pytest ended with exit code 1, and no test says why");
        assertThat(complete(read(folder, "{\"exitcode\":5,\"summary\":{\"total\":0},\"tests\":[]}"))
                        .runErrors())
                .isEmpty();
    }

    @Test
    void valuesOfTheWrongKindAreNone() {
        Run run = complete(
                read(
                        folder,
                        "{\"exitcode\":\"x\",\"created\":null,\"summary\":[7],\"collectors\":{},\"tests\":[7,null,{\"nodeid\":7,\"outcome\":[],\"call\":\"x\"},{\"nodeid\":\"a.py::b\",\"outcome\":\"odd\",\"setup\":{\"crash\":\"x\",\"longrepr\":{}}}]}"));

        assertThat(run.counts()).isEqualTo(new Counts(2, 0, 0, 2, 0, 0));
    }
}
