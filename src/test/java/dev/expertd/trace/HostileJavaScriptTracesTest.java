package dev.expertd.trace;

import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of JavaScript's runners, and of those read like them, that are cut off, broken or of wrong types. */
class HostileJavaScriptTracesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript/jest.json",
                "javascript/playwright.json",
                "javascript/mocha.json",
                "javascript/mochawesome.json",
                "ctrf/ctrf.json",
                "cucumber/cucumber.json"
            })
    void aReportThatIsCutOffIsNeverComplete(String file) {
        String text = fixture(file).strip();
        int step = Math.max(1, text.length() / 100);
        for (int end = 0; end < text.length(); end += step) {
            assertThat(read(folder, text.substring(0, end)))
                    .as(file + " to " + end)
                    .isNotInstanceOf(TraceReading.Complete.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript/jest.json",
                "javascript/playwright.json",
                "javascript/mocha.json",
                "javascript/mochawesome.json",
                "ctrf/ctrf.json",
                "cucumber/cucumber.json"
            })
    void aReportWithWrongTypesOrBytesIsStillAReading(String file) {
        Random random = new Random(20260302);
        String[] values = {"null", "7", "\"x\"", "[null]", "{}", "[[]]", "true", "{\"title\": 7}"};
        for (int round = 0; round < 150; round++) {
            String text = fixture(file);
            int colon = text.indexOf(": ", random.nextInt(text.length()));
            String wrong = colon < 0
                    ? text
                    : text.substring(0, colon + 2) + values[round % values.length] + ", \"y\": "
                            + text.substring(colon + 2);
            byte[] bytes = wrong.getBytes(StandardCharsets.UTF_8);
            if (round % 3 == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(folder, bytes)).as(file + " round " + round).isNotNull();
            assertThat(read(folder, bytes).toString()).doesNotContain("Exception");
        }
    }
}
