package dev.expertd.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of JSON lines says the same however it is come by: in pieces, at once, or in an encoding that is read slowly. */
class GrowingTracesTest {
    private static final int SEEDS = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"go-test", "libtest", "claude", "anthropic-session", "otlp"})
    void readInPiecesATraceIsWhatItIsReadAtOnce(String format) throws IOException {
        int runs = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] all =
                    MadeLines.of(format, seed).lines(1 + random.nextInt(120)).getBytes(StandardCharsets.UTF_8);
            Path file = Files.write(folder.resolve("trace" + seed), new byte[0]);
            TraceFollower follower = new TraceFollower();
            for (int from = 0; from < all.length; ) {
                int to = Math.min(all.length, from + 1 + random.nextInt(1 + all.length / (1 + random.nextInt(20))));
                Files.write(file, Arrays.copyOfRange(all, from, to), StandardOpenOption.APPEND);
                TraceReading whole = TraceReader.read(List.of(file));
                assertThat(follower.read(List.of(file)))
                        .as("seed %d to byte %d", seed, to)
                        .isEqualTo(whole);
                from = to;
                runs += whole.toRun().filter(run -> run.format().equals(format)).isPresent() ? 1 : 0;
            }
        }
        assertThat(runs).isGreaterThan(SEEDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"go-test", "libtest", "claude", "anthropic-session", "otlp"})
    void readFastATraceIsWhatItIsReadSlowly(String format) throws IOException {
        int results = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            String text = MadeLines.of(format, seed).lines(120);
            Run fast = run(text.getBytes(StandardCharsets.UTF_8));
            Run slow = run(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
            assertThat(fast)
                    .as("seed %d", seed)
                    .isEqualTo(new Run(
                            fast.id(),
                            slow.format(),
                            slow.startedAt(),
                            slow.endedAt(),
                            slow.commit(),
                            slow.scope(),
                            slow.declared(),
                            slow.runErrors(),
                            slow.signals(),
                            slow.results()));
            results += fast.results().size();
        }
        assertThat(results).isGreaterThan(2 * SEEDS);
    }

    private Run run(byte[] bytes) {
        return Traces.read(folder, bytes).toRun().orElseThrow();
    }
}
