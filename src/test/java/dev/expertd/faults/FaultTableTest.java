package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule that {@link FaultTableCheck} applies to a whole build. */
class FaultTableTest {
    private static final Instant BEGUN = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void allRowsWithExecutedTestsLeaveNoGap() throws IOException {
        report("<testcase name=\"works\" classname=\"dev.expertd.faults.AIT\"/>", BEGUN);
        assertThat(gaps("`AIT.works`")).isEmpty();
    }

    @Test
    void aRowWithoutATestIsAGap() throws IOException {
        report("", BEGUN);
        assertThat(gaps("")).hasSize(40).contains("row 7 names no test");
    }

    @Test
    void aTestThatDidNotRunInThisBuildIsAGap() throws IOException {
        report("<testcase name=\"works\" classname=\"dev.expertd.faults.AIT\"/>", BEGUN.minusSeconds(1));
        assertThat(gaps("`AIT.works`")).contains("row 40: AIT.works was not executed in this build");
    }

    @Test
    void oneInvocationOfATestWithArgumentsIsEnough() throws IOException {
        report(
                "<testcase name=\"works(String)[1]\" classname=\"dev.expertd.faults.AIT\"><skipped message=\"\"/></testcase>"
                        + "<testcase name=\"works(String)[2]\" classname=\"dev.expertd.faults.AIT\"/>",
                BEGUN);
        assertThat(gaps("`AIT.works`")).isEmpty();
    }

    @Test
    void aTestSkippedWithoutAReasonIsAGap() throws IOException {
        report(
                "<testcase name=\"works\" classname=\"AIT\"><skipped message=\"Assumption failed: \"/></testcase>",
                BEGUN);
        assertThat(gaps("`AIT.works`")).contains("row 1: AIT.works was skipped without a reason");
    }

    @Test
    void sixRowsMayBeSkippedWithAReasonAndNoMore() throws IOException {
        report(
                "<testcase name=\"works\" classname=\"AIT\"/><testcase name=\"needs\" classname=\"AIT\">"
                        + "<skipped message=\"Assumption failed: no reftable\"/></testcase>",
                BEGUN);
        assertThat(gaps("`AIT.works`", 34, "`AIT.needs`")).isEmpty();
        assertThat(gaps("`AIT.works`", 33, "`AIT.needs`"))
                .containsExactly("more than 6 rows were skipped: [34, 35, 36, 37, 38, 39, 40]");
    }

    @Test
    void theReasonMayStandInTheTrace() throws IOException {
        report(
                "<testcase name=\"works\" classname=\"AIT\"/><testcase name=\"needs\" classname=\"AIT\"><skipped"
                        + " type=\"T\"><![CDATA[org.T: Assumption failed: no reftable\n\tat a.B.c(B.java:1)]]></skipped>"
                        + "</testcase>",
                BEGUN);
        assertThat(gaps("`AIT.works`", 40, "`AIT.needs`")).isEmpty();
    }

    @Test
    void aMissingRowIsAGap() throws IOException {
        report("<testcase name=\"works\" classname=\"AIT\"/>", BEGUN);
        Path table = Files.writeString(folder.resolve("t.md"), "| 1 | a \\| b | c | `AIT.works` | |\n");
        assertThat(FaultTable.read(table).gaps(ExecutedTests.read(folder, BEGUN)))
                .containsExactly("the rows are not those from 1 to 40: [1]");
    }

    private List<String> gaps(String tests) throws IOException {
        return gaps(tests, 40, "");
    }

    private List<String> gaps(String tests, int upTo, String behind) throws IOException {
        String rows = IntStream.rangeClosed(1, 40)
                .mapToObj(row -> "| " + row + " | this | that | " + (row <= upTo ? tests : behind) + " | |\n")
                .collect(Collectors.joining());
        Path table = Files.writeString(folder.resolve("faults.md"), "# Faults\n\n| # | a |\n|---|---|\n" + rows);
        return FaultTable.read(table).gaps(ExecutedTests.read(folder, BEGUN));
    }

    private void report(String tests, Instant at) throws IOException {
        Path report = Files.writeString(folder.resolve("TEST-a.xml"), "<testsuite>" + tests + "</testsuite>");
        Files.setLastModifiedTime(report, FileTime.from(at));
    }
}
