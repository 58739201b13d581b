package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.incomplete;
import static dev.expertd.trace.Traces.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.Run;
import dev.expertd.model.Scope;
import dev.expertd.model.Signal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies where a trace should be, the answer is a reading, and what was complete counts. */
class HostileTracesTest {
    private static final Counts EAGLE = new Counts(4, 1, 2, 0, 1, 0);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n\t ",
                "{}",
                "[]",
                "null",
                "42",
                "<suites/>",
                "not json",
                "{\"a\":[\"b\"]}",
                "<",
                "{",
                "\u0000\u0000"
            })
    void whatIsNoTraceIsUnreadable(String text) {
        assertThat(read(folder, text)).isInstanceOf(TraceReading.Unreadable.class);
    }

    @Test
    void whatIsNoRegularFileIsRefused() {
        assertThat(TraceReader.read(List.of(folder)))
                .isEqualTo(new TraceReading.Unreadable(folder.getFileName() + " is no regular file"));
        assertThat(TraceReader.read(List.of(folder.resolve("gone"))))
                .isEqualTo(new TraceReading.Unreadable("gone does not exist"));
        assertThat(TraceReader.read(List.of())).isInstanceOf(TraceReading.Unreadable.class);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeOrADeviceIsNotOpened() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(TraceReader.read(List.of(pipe))).isInstanceOf(TraceReading.Unreadable.class);
        assertThat(TraceReader.read(List.of(Path.of("/dev/zero")))).isInstanceOf(TraceReading.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void everyEncodingIsRead(String encoding) throws IOException {
        for (String mark : List.of("", "\uFEFF")) {
            byte[] json = (mark + fixture("eagle.json")).getBytes(encoding);
            String xml = fixture("surefire.xml")
                    .replace(
                            "encoding=\"UTF-8\"",
                            "encoding=\"" + encoding.substring(0, encoding.length() - (encoding.endsWith("E") ? 2 : 0))
                                    + "\"");
            assertThat(complete(read(folder, json)).counts()).isEqualTo(EAGLE);
            assertThat(complete(read(folder, (mark + xml).getBytes(encoding)))
                            .counts()
                            .total())
                    .isEqualTo(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-8"})
    void whatAConsoleWroteBeforeTheDocumentIsPassedOver(String encoding) throws IOException {
        String noise = "npm warn old\n[INFO] {maven}\n[1/4] building\n{ \"level\": 30 }\n".repeat(9);

        assertThat(complete(read(folder, (noise + fixture("eagle.json")).getBytes(encoding)))
                        .counts())
                .isEqualTo(EAGLE);
        assertThat(complete(read(folder, (noise + "<testsuite><testcase name='a'/></testsuite>").getBytes(encoding)))
                        .counts()
                        .total())
                .isEqualTo(1);
    }

    @Test
    void invalidUtf8CostsACharacterNotTheRun() {
        byte[] json = fixture("eagle.json").getBytes(StandardCharsets.UTF_8);
        json[new String(json, StandardCharsets.ISO_8859_1).indexOf("Tenant: blue")] = (byte) 0xFF;
        byte[] xml = fixture("pytest.xml").getBytes(StandardCharsets.UTF_8);
        xml[new String(xml, StandardCharsets.ISO_8859_1).indexOf("price(tenant)")] = (byte) 0xC3;

        assertThat(complete(read(folder, json)).counts()).isEqualTo(EAGLE);
        assertThat(complete(read(folder, xml)).counts().total()).isEqualTo(4);
    }

    @Test
    void ofATraceThatIsCutOffWhatIsCompleteCounts() {
        String json = fixture("eagle.json");
        String xml = fixture("surefire.xml");

        Run run = incomplete(read(folder, json.substring(0, json.indexOf("\"tests/test_cart.py") + 60)));
        assertThat(run.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
        assertThat(run.scope()).isEqualTo(Scope.INCOMPLETE);
        assertThat(run.signals()).containsExactly(Signal.INTERRUPTED);
        assertThat(incomplete(read(folder, xml.substring(0, xml.indexOf("isShipped"))))
                        .counts())
                .isEqualTo(new Counts(3, 1, 1, 1, 0, 0));
    }

    @Test
    void cutOffAnywhereATraceIsStillAReading() {
        for (String file :
                List.of("eagle.json", "eagle-bare.json", "eagle-traces.json", "surefire.xml", "nextest.xml")) {
            String text = fixture(file).strip();
            int step = Math.max(1, text.length() / 150);
            for (int end = 0; end < text.length(); end += step) {
                assertThat(read(folder, text.substring(0, end)))
                        .as(file + " to " + end)
                        .isNotInstanceOf(TraceReading.Complete.class);
            }
        }
    }

    @Test
    void withRandomBytesChangedATraceIsStillAReading() {
        Random random = new Random(20260302);
        for (String file : List.of("eagle.json", "eagle-bare.json", "surefire.xml", "gtest.xml")) {
            byte[] original = fixture(file).getBytes(StandardCharsets.UTF_8);
            for (int round = 0; round < 150; round++) {
                byte[] changed = original.clone();
                for (int i = 0; i < 1 + round % 5; i++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                assertThat(read(folder, changed)).as(file + " round " + round).isNotNull();
            }
        }
    }

    @Test
    void whatIsAlmostJsonIsRead() {
        Run run = complete(read(
                folder,
                "{/* made by hand */ \"results\": {\"1\": {\"status\": \"fail\", \"cost\": NaN," + " \"n\": "
                        + "9".repeat(5_000) + ", \"logs\": [\"a\tb\",],}, \"1\": {\"status\": \"pass\"}}, }"));

        assertThat(run.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
        assertThat(run.signals()).containsExactly(Signal.DUPLICATE_ID);
    }

    @Test
    void deepNestingIsPassedOver() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(complete(read(
                                folder,
                                "{\"results\":{\"1\":{\"status\":\"pass\",\"x\":" + deep + "}},\"y\":" + deep + "}"))
                        .counts()
                        .passed())
                .isEqualTo(1);
        assertThat(read(folder, "{\"results\":{\"1\":{\"status\":\"pass\"},\"2\":" + "[".repeat(1_000_000)))
                .isInstanceOf(TraceReading.Incomplete.class);
        assertThat(complete(read(
                                folder,
                                "<testsuite>".repeat(5_000) + "<testcase name='a'/>" + "</testsuite>".repeat(5_000)))
                        .counts()
                        .total())
                .isEqualTo(1);
    }

    @Test
    void aTextOfFiftyMegabytesDoesNotStandInTheWay() throws IOException {
        Path file = folder.resolve("vast.json");
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (String status : List.of("pass", "fail")) {
                out.write(((status.equals("pass") ? "{\"results\":{" : "\"],\"x\":1},") + "\"" + status
                                + "\":{\"status\":\"" + status + "\",\"logs\":[\"")
                        .getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 50; i++) {
                    out.write(block);
                }
            }
            out.write("\"]}}}".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(complete(TraceReader.read(List.of(file))).counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
    }

    @Test
    void whatIsKeptOfAFailureIsBounded() {
        Failure failure = Objects.requireNonNull(complete(read(
                        folder,
                        "{\"results\":{\"1\":{\"status\":\"fail\",\"logs\":[\"ValueError: " + "m".repeat(100_000) + "\""
                                + ",\"line\"".repeat(50_000) + "]}}}"))
                .results()
                .get(0)
                .failure());

        assertThat(failure.type()).isEqualTo("ValueError");
        assertThat(failure.message()).hasSizeLessThanOrEqualTo(4_096);
        assertThat(failure.body()).hasSizeLessThanOrEqualTo(8_192);
    }

    @Test
    void entitiesAreRefusedWithoutReadingAnything() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        String external = "<!DOCTYPE t [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><testsuite><testcase name='a'><failure>&x;</failure></testcase></testsuite>";
        String bomb =
                "<!DOCTYPE t [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><testsuite><testcase name='a'><failure>&b;</failure></testcase></testsuite>";
        String padded = "<!DOCTYPE t [<!--" + "-".repeat(2).replace("-", "x").repeat(70_000) + "--><!ENTITY x SYSTEM \""
                + secret.toUri() + "\">]><testsuite><testcase name='a'><failure>&x;</failure></testcase></testsuite>";

        assertThat(read(folder, external))
                .isEqualTo(new TraceReading.Unreadable("trace is refused: it declares XML entities"));
        assertThat(read(folder, bomb)).isInstanceOf(TraceReading.Unreadable.class);
        assertThat(read(folder, padded).toString()).doesNotContain("s3cret");
    }

    @Test
    void aHarmlessDocumentTypeIsRead() {
        assertThat(complete(read(
                                folder,
                                "<!DOCTYPE testsuite SYSTEM \"junit.dtd\"><testsuite><testcase name='a'/></testsuite>"))
                        .counts()
                        .total())
                .isEqualTo(1);
    }

    @Test
    void whatXmlForbidsIsTakenOut() {
        String report =
                "\n \n<?xml version='1.0'?><testsuite><testcase name='a & b &nbsp; \u001b[31m &#27; &#xFFFE; &lt;c&gt;'><failure message='x\u0000y'/></testcase></testsuite>";
        Run run = complete(read(folder, report));

        assertThat(run.results().get(0).test().name()).isEqualTo("a & b &nbsp; [31m   <c>");
        assertThat(Objects.requireNonNull(run.results().get(0).failure()).message())
                .isEqualTo("xy");
    }

    @Test
    void ofTwoDocumentsInOneFileTheFirstIsRead() {
        String one = fixture("surefire.xml");

        Run run = incomplete(read(folder, one + one));
        assertThat(run.counts().total()).isEqualTo(6);
        assertThat(run.signals()).contains(Signal.INTERRUPTED);
    }

    @Test
    void badNumbersAreNone() {
        Run run = complete(
                read(
                        folder,
                        "<testsuite tests='many' time='NaN' timestamp='yesterday'><testcase name='a' time='0,25'/><testcase name='b' time='1e9'/></testsuite>"));

        assertThat(run.results()).extracting(result -> result.durationMillis()).containsExactly(250L, -1L);
        assertThat(run.startedAt()).isNull();
    }

    @Test
    void passingTestsCarryNoText() {
        Run run = complete(read(folder, fixture("eagle.json")));

        assertThat(run.results().stream()
                        .filter(result -> !result.status().isRed())
                        .map(result -> result.failure() == null))
                .containsOnly(true);
        assertThat(Arrays.asList(run.results().get(0).failure())).containsOnlyNulls();
    }
}
