package dev.expertd.trace;

import dev.expertd.model.Run;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Format;
import dev.expertd.trace.input.TraceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What must hold for any bytes. The first byte chooses: the whole way with detection, or one parser straight away, so
 * that each is reached without its signature being found first.
 */
final class FuzzedTrace {
    private static final Path FILE = file();

    private FuzzedTrace() {}

    static void check(byte[] bytes) {
        int chosen = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
        byte[] trace = bytes.length == 0 ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
        try {
            Files.write(FILE, trace);
            if (chosen % 2 == 0) {
                whole();
            } else {
                List<Format> formats = Detection.FORMATS;
                parser(formats.get(chosen / 2 % formats.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void whole() {
        TraceReading reading = TraceReader.read(List.of(FILE));
        reading.toRun().ifPresent(FuzzedTrace::holds);
        if (!reading.equals(TraceReader.read(List.of(FILE)))) {
            throw new AssertionError("read twice it is not the same");
        }
    }

    private static void parser(Format format) throws IOException {
        Collected collected = format.read(new TraceFile(FILE));
        if (!collected.isEmpty()) {
            holds(collected.toRun("id", format.name()));
        }
    }

    private static void holds(Run run) {
        int sum = run.counts().passed()
                + run.counts().failed()
                + run.counts().errored()
                + run.counts().skipped();
        if (!run.results().isEmpty() && sum != run.counts().total()) {
            throw new AssertionError("the counts do not add up: " + run.counts());
        }
        if (run.verdicts().size() > run.results().size()) {
            throw new AssertionError("more verdicts than results");
        }
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("expertd-fuzz", ".trace");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
