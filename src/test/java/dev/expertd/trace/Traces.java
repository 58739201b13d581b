package dev.expertd.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Run;
import dev.expertd.model.TestResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Traces for tests: fixtures of this project, or made up on the spot, and what they read as. */
final class Traces {
    private Traces() {}

    static String fixture(String name) {
        try (InputStream in = Objects.requireNonNull(Traces.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TraceReading read(Path folder, String text) {
        return read(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static TraceReading read(Path folder, byte[] bytes) {
        try {
            return TraceReader.read(List.of(Files.write(folder.resolve("trace"), bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Run complete(TraceReading reading) {
        assertThat(reading).isInstanceOf(TraceReading.Complete.class);
        return reading.toRun().orElseThrow();
    }

    static Run incomplete(TraceReading reading) {
        assertThat(reading).isInstanceOf(TraceReading.Incomplete.class);
        return reading.toRun().orElseThrow();
    }

    static TestResult result(Run run, String name) {
        return run.results().stream()
                .filter(result -> result.test().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + run.results()));
    }
}
