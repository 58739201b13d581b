package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Failure;
import dev.expertd.model.TestCase;
import org.junit.jupiter.api.Test;

class IssueLineTest {
    @Test
    void tellsConditionHeadlinePlaceAndTest() {
        Failure failure = new Failure(
                "TypeError",
                "Cannot read properties of undefined (reading 'tenantId')",
                "TypeError: Cannot read properties of undefined\n    at login (/srv/app/src/auth.ts:12:7)");
        assertThat(IssueLine.of("REGRESSION 2 tests", failure, test("login", "refresh"), "since 1a2b3c4 (3 runs)"))
                .isEqualTo("REGRESSION 2 tests: TypeError: Cannot read properties of undefined (reading 'tenantId')"
                        + " in auth.ts \u2014 since 1a2b3c4 (3 runs), e.g. login>refresh");
    }

    @Test
    void isNeverLongerThanAllowedAndKeepsTheTest() {
        String line = IssueLine.of(
                "REGRESSION 2 tests", new Failure("", "word ".repeat(100), ""), test("s", "refresh"), "since 1a2b3c4");
        assertThat(line).hasSizeLessThanOrEqualTo(IssueLine.LONGEST).endsWith("e.g. s>refresh");
        assertThat(IssueLine.of("STILL 1 test", new Failure("", "word", ""), test("", "x".repeat(999)), "since 1"))
                .hasSizeLessThanOrEqualTo(IssueLine.LONGEST);
    }

    @Test
    void masksWhatDiffersFromRunToRun() {
        assertThat(line("timeout after 5012ms on 10.0.0.7:5432")).contains("timeout after {qty} on {ip}");
    }

    @Test
    void isNoMarkupAndMovesNoCursor() {
        assertThat(line("\u001b[31m<script>*x*</script> [a](b) `c`\u001b[0m"))
                .contains("&lt;script>\\*x\\*&lt;/script>", "\\[a\\](b) \\`c\\`")
                .doesNotContain("\u001b");
        assertThat(IssueLine.escaped("test_total_of _none_")).isEqualTo("test_total_of \\_none\\_");
    }

    @Test
    void saysSoWhenNothingWasPrinted() {
        assertThat(line("")).contains("nothing was printed");
    }

    private static String line(String message) {
        return IssueLine.of("STILL 1 test", new Failure("", message, ""), test("s", "t"), "since 1a2b3c4 (2 runs)");
    }

    private static TestCase test(String suite, String name) {
        return new TestCase("id", name, suite, "");
    }
}
