package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Signal;
import dev.expertd.model.TestResult;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file changes between two looks, the answer is that of reading it whole; an append costs what is new. */
class TraceFollowerTest {
    private static final String START = "{\"type\":\"suite\",\"event\":\"started\",\"test_count\":9}\n";
    private static final String END = "{\"type\":\"suite\",\"event\":\"ok\",\"passed\":9,\"failed\":0}\n";

    @TempDir
    private Path folder;

    private long bytes;
    private Path file;
    private TraceFollower follower;

    @BeforeEach
    void setUp() {
        file = folder.resolve("trace.json");
        follower = new TraceFollower(path -> counting(Files.newInputStream(path)));
    }

    @Test
    void anAppendCostsOnlyWhatIsNewHoweverLargeTheFileIs() throws IOException {
        StringBuilder many = new StringBuilder(START);
        for (int i = 0; i < 60_000; i++) {
            many.append(passed("test_" + i));
        }
        write(many.toString());
        look();
        assertThat(Files.size(file)).isGreaterThan(2_500_000);

        for (int i = 0; i < 3; i++) {
            append(passed("more_" + i));
            bytes = 0;
            look();
            assertThat(bytes).isLessThan(20_000);
        }
        append(END);
        assertThat(complete(look()).counts().passed()).isEqualTo(60_003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"go-test", "libtest", "claude", "anthropic-session", "otlp"})
    void whatNewLinesDoNotTouchIsNotMadeAgain(String format) throws IOException {
        write(MadeLines.of(format, 7).lines(200));
        List<TestResult> before = look().toRun().orElseThrow().results();
        append(MadeLines.of(format, 8).lines(1));
        List<TestResult> after = look().toRun().orElseThrow().results();

        Set<TestResult> renewed = Collections.newSetFromMap(new IdentityHashMap<>());
        renewed.addAll(before);
        after.forEach(renewed::remove);
        assertThat(before.size()).isGreaterThan(4);
        assertThat(renewed).hasSizeLessThan(3);
    }

    @Test
    void twoTestsThatAreOneAfterALookAreNoticed() throws IOException {
        write(START + passed("src/a.rs - a::b (line 3)") + passed("other"));
        assertThat(look().toRun().orElseThrow().signals()).doesNotContain(Signal.DUPLICATE_ID);
        append(passed("other"));

        assertThat(look().toRun().orElseThrow().signals()).contains(Signal.DUPLICATE_ID);
    }

    @Test
    void aLineThatIsHalfWrittenWaitsForItsOtherHalf() throws IOException {
        String line = passed("total");
        write(START + line.substring(0, 20));
        assertThat(look()).isNotInstanceOf(TraceReading.Complete.class);
        append(line.substring(20) + passed("empty"));
        look();
        append(END);

        assertThat(complete(look()).counts().passed()).isEqualTo(2);
    }

    @Test
    void aLastLineWithoutAnEndCountsOnceIfItIsWhole() throws IOException {
        write(START + passed("total") + END.strip());
        assertThat(complete(look()).counts().passed()).isEqualTo(1);
        append("\n" + START + passed("empty") + END);

        assertThat(complete(look()).counts().passed()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotMoreOfTheSameIsReadAnew() throws IOException {
        write(START + passed("total") + passed("empty") + END);
        look();
        write(START + passed("total") + END);
        assertThat(complete(look()).counts().passed()).isEqualTo(1);

        write(START + passed("sizes") + END);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_772_443_800_000L));
        assertThat(complete(look()).results().get(0).test().name()).isEqualTo("sizes");

        write(START + passed("other") + passed("longer") + END);
        assertThat(complete(look()).results().get(0).test().name()).isEqualTo("other");

        Path next = Files.writeString(folder.resolve("next"), START + passed("new") + END + START + END + START + END);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(complete(look()).results().get(0).test().name()).isEqualTo("new");
    }

    @Test
    void wideAndMarkedFilesAreFollowedToo() throws IOException {
        String text = "\uFEFF" + fixture("libtest.jsonl");
        for (java.nio.charset.Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] all = text.getBytes(charset);
            Files.write(file, new byte[0]);
            for (int from = 0; from < all.length; from += 333) {
                Files.write(
                        file,
                        java.util.Arrays.copyOfRange(all, from, Math.min(all.length, from + 333)),
                        StandardOpenOption.APPEND);
                look();
            }
            assertThat(complete(look()).counts().total()).isEqualTo(4);
        }
    }

    @Test
    void ofManyFilesTheLatestAreRemembered() throws IOException {
        for (int i = 0; i < 20; i++) {
            file = folder.resolve("trace" + i);
            write(START + passed("total") + END);
            look();
        }
        assertThat(follower.remembered()).isEqualTo(8);
    }

    private TraceReading look() {
        TraceReading reading = follower.read(List.of(file));
        assertThat(reading).isEqualTo(TraceReader.read(List.of(file)));
        return reading;
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static String passed(String name) {
        return "{\"type\":\"test\",\"event\":\"ok\",\"name\":\"" + name + "\"}\n";
    }

    private InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int read = in.read(buffer, from, length);
                bytes += Math.max(read, 0);
                return read;
            }
        };
    }
}
