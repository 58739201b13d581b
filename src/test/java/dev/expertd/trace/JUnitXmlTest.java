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
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JUnitXmlTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "surefire.xml, 6, 2, 1, 2, 1, 1",
        "pytest.xml, 4, 1, 2, 0, 1, 0",
        "jest.xml, 1, 0, 1, 0, 0, 0",
        "nextest.xml, 2, 1, 1, 0, 0, 1",
        "gtest.xml, 3, 1, 1, 0, 1, 0",
        "gotestsum.xml, 2, 1, 1, 0, 0, 0",
        "declared.xml, 6, 3, 1, 0, 2, 0",
        "duplicates.xml, 3, 2, 1, 0, 0, 0"
    })
    void everyDialectIsCountedByItsTests(
            String file, int total, int passed, int failed, int errored, int skipped, int flaky) {
        assertThat(complete(read(folder, fixture(file))).counts())
                .isEqualTo(new Counts(total, passed, failed, errored, skipped, flaky));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "surefire.xml  | appliesDiscount     | org.opentest4j.AssertionFailedError | expected: <7> but was: <5> | 1000125",
                "surefire.xml  | survivesNull        | java.lang.NullPointerException      | ''                         | 2",
                "surefire.xml  | retries             | java.io.IOException                 | carrier busy               | 100",
                "pytest.xml    | test_price          | KeyError                            | '''blue'''                 | 1",
                "pytest.xml    | test_total          | AssertionError                      | assert 5 == 7              | 20",
                "jest.xml      | cart totals adds up | Error                               | expect(received).toBe(expected) // Object.is equality | 6",
                "nextest.xml   | adds_up             | panic                               | assertion `left == right` failed | 4",
                "gtest.xml     | AddsUp              | ''                                  | cart_test.cc:9             | 1",
                "gotestsum.xml | TestTotal           | ''                                  | total is 5, want 7         | 0"
            })
    void typeMessageAndDurationComeOutRight(String file, String test, String type, String firstLine, long millis) {
        TestResult result = result(complete(read(folder, fixture(file))), test);
        Failure failure = Objects.requireNonNull(result.failure());

        assertThat(failure.type()).isEqualTo(type);
        assertThat(failure.message().lines().findFirst().orElse("")).isEqualTo(firstLine);
        assertThat(result.durationMillis()).isEqualTo(millis);
    }

    @Test
    void aFailedTestThatBreaksInItsTeardownIsErrored() {
        assertThat(result(complete(read(folder, fixture("surefire.xml"))), "mails")
                        .status())
                .isEqualTo(Status.ERRORED);
    }

    @Test
    void theSuiteGivesTheTimesAndItsPropertiesTheCommit() {
        Run run = complete(read(folder, fixture("surefire.xml")));

        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:50:04.500Z"));
        assertThat(run.commit()).isEqualTo("4f1c9a7d2b60e8835c1f0a9d7e6b5c4d3a2f1e0b");
    }

    @Test
    void aSuiteThatDidNotComeToItsTestsIsARunError() {
        assertThat(complete(read(folder, fixture("jest.xml"))).runErrors())
                .containsExactly("src/broken.test.ts: Cannot find module './gone' from 'src/broken.test.ts'");
    }

    @Test
    void ofDuplicatesTheWorstIsTheVerdict() {
        Run run = complete(read(folder, fixture("duplicates.xml")));

        assertThat(run.signals()).containsExactly(Signal.DUPLICATE_ID);
        assertThat(run.verdicts()).extracting(TestResult::status).containsExactly(Status.FAILED, Status.PASSED);
    }

    @Test
    void aTestIsTheSameOnEveryMachine() {
        String report = "<testsuite name='%s'><testcase name='renders %s' file='%s'/></testsuite>";
        Run here = complete(read(folder, report.formatted("a", "Foo@1a2b3c4d", "/home/ann/shop/src/cart.test.ts")));
        Run there = complete(read(folder, report.formatted("b", "Foo@9f8e7d6c", "D:\\ci\\build7\\src\\cart.test.ts")));

        assertThat(here.results().get(0).test().id())
                .isEqualTo(there.results().get(0).test().id());
    }

    @Test
    void aPathAsClassNameIsTheTestsFile() {
        Run run = complete(read(folder, "<testsuite><testcase classname='src/cart.spec.ts' name='a'/></testsuite>"));

        assertThat(run.results().get(0).test().file()).isEqualTo("src/cart.spec.ts");
    }

    @Test
    void whatIsStillToDoMayFail() {
        String trace = """
                <testsuites><testcase name="todo" classname="test"><skipped type="todo" message="later"/>
                <failure type="testCodeFailure" message="not yet"/></testcase>
                <testcase name="adds" classname="test"/></testsuites>
                """;

        assertThat(complete(read(folder, trace)).counts()).isEqualTo(new Counts(2, 1, 0, 0, 1, 0));
    }

    @Test
    void aFailureThatSaysNothingIsToldByWhatTheTestPrinted() {
        String trace = """
                <testsuites><testsuite name="test"><testcase classname="tests" name="bad"><failure type="assert"/><system-out>
                <![CDATA[thread 'tests::bad' (7673) panicked at src/lib.rs:4:24:]]>&#xA;<![CDATA[no tenant]]>
                </system-out></testcase></testsuite></testsuites>
                """;

        Failure failure = Objects.requireNonNull(
                result(complete(read(folder, trace)), "bad").failure());

        assertThat(failure.message()).isEqualTo("no tenant");
        assertThat(failure.body()).contains("src/lib.rs:4:24");
    }

    @Test
    void whatAConsoleWroteBehindADocumentIsNoise() {
        String document = "<testsuite><testcase name='a'/></testsuite>";

        assertThat(complete(read(folder, document + "\n===== 1 passed <b> & done =====\n"))
                        .counts())
                .isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(incomplete(read(folder, document + "\nnoise\n" + document))
                        .counts()
                        .total())
                .isEqualTo(1);
    }
}
