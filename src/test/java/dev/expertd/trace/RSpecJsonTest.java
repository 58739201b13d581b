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
import dev.expertd.model.TestResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RSpecJsonTest {
    @TempDir
    private Path folder;

    @Test
    void anExampleThatDidNotEndIsErrored() {
        Run run = complete(read(folder, fixture("rspec.json")));

        assertThat(run.format()).isEqualTo("rspec");
        assertThat(run.counts()).isEqualTo(new Counts(5, 2, 1, 1, 1, 0));
        assertThat(run.signals()).isEmpty();
    }

    @Test
    void theExceptionTellsTypeMessageAndPlace() {
        TestResult result = result(complete(read(folder, fixture("rspec.json"))), "adds up");

        assertThat(result.failure())
                .isEqualTo(new Failure(
                        "RSpec::Expectations::ExpectationNotMetError",
                        "expected: 7\n     got: 5\n\n(compared using ==)",
                        "./spec/cart_spec.rb:10:in 'block (3 levels) in <top (required)>'"));
        assertThat(result.durationMillis()).isEqualTo(20);
        assertThat(result.test().suite()).isEqualTo("Shop::Cart#total when full");
        assertThat(result.test().file()).isEqualTo("spec/cart_spec.rb");
    }

    @Test
    void examplesOfTheSameWordsAreTwoTests() {
        Run run = complete(read(folder, fixture("rspec.json")));

        assertThat(run.verdicts()).hasSize(5);
    }

    @Test
    void aFileOutsideOfTheRepositoryIsNone() {
        assertThat(result(complete(read(folder, fixture("rspec.json"))), "waits")
                        .test()
                        .file())
                .isEmpty();
    }

    @Test
    void aFileThatDoesNotLoadIsARunError() {
        Run run = complete(read(folder, fixture("rspec.json")));

        assertThat(run.runErrors()).hasSize(1);
        assertThat(run.runErrors().get(0))
                .startsWith("An error occurred while loading ./spec/gone_spec.rb.")
                .endsWith("cannot load such file -- gone");
        assertThat(complete(
                                read(
                                        folder,
                                        "{\"examples\":[],\"summary\":{\"example_count\":0,\"errors_outside_of_examples_count\":8},\"summary_line\":\"\"}"))
                        .runErrors())
                .containsExactly("8 errors occurred outside of examples");
    }

    @Test
    void ofAReportThatIsCutOffTheExamplesThatAreCompleteCount() {
        String text = fixture("rspec.json");
        Run run = incomplete(read(folder, text.substring(0, text.indexOf("\"Mail is sent\""))));

        assertThat(run.counts()).isEqualTo(new Counts(3, 2, 1, 0, 0, 0));
    }

    @Test
    void valuesOfTheWrongKindAreNone() {
        Run run = complete(
                read(
                        folder,
                        "{\"summary_line\":7,\"summary\":null,\"messages\":\"x\",\"examples\":[null,{\"status\":7,\"exception\":\"x\",\"run_time\":\"long\"},{\"status\":\"failed\",\"description\":\"a\",\"exception\":{\"class\":7,\"backtrace\":null}}]}"));

        assertThat(run.counts()).isEqualTo(new Counts(2, 0, 1, 1, 0, 0));
        assertThat(result(run, "a").durationMillis()).isEqualTo(-1);
    }
}
