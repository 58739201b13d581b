package dev.expertd.trace;

import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonLinesFormat;
import dev.expertd.trace.format.JsonLinesReading;
import dev.expertd.trace.input.TraceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads traces as {@link TraceReader} does, and remembers those of one JSON object a line: of one that was appended to
 * since the last look only what is new is read. It is known by its identity, so that it may be moved; one that shrank,
 * that has other bytes where the last look ended, or that has the same size but another time is read anew from its
 * start, as is every other format. The answer is the same either way.
 */
public final class TraceFollower {
    /** Files that are remembered. */
    private static final int FILES = 8;

    /** Tests of all remembered files together, which is what remembering costs memory for. */
    private static final int RESULTS = 100_000;

    private record Followed(JsonLinesFormat format, JsonLinesReading reading, long size, FileTime time, int results) {
        boolean isStillIn(TraceFile file, BasicFileAttributes now) throws IOException {
            boolean mayBe = now.size() > size
                    || now.size() == size && now.lastModifiedTime().equals(time);
            return mayBe && reading.isPartOf(file);
        }
    }

    private final TraceFile.Opening opening;

    /** The one that was not looked at for longest first. */
    private final Map<Object, Followed> known = new LinkedHashMap<>(FILES, 0.75f, true);

    public TraceFollower() {
        this(Files::newInputStream);
    }

    TraceFollower(TraceFile.Opening opening) {
        this.opening = opening;
    }

    /** Reads one file, or the many files of one glob, as one run. */
    public synchronized TraceReading read(List<Path> files) {
        return TraceReader.read(
                files.stream().map(path -> new TraceFile(path, opening)).toList(), this::look);
    }

    int remembered() {
        return known.size();
    }

    private Look look(TraceFile file) throws IOException {
        Object identity = file.identity();
        BasicFileAttributes now = file.attributes();
        // forgotten until all went well
        Followed followed = known.remove(identity);
        if (followed != null && followed.isStillIn(file, now)) {
            return readOn(identity, file, now, followed.format(), followed.reading());
        }
        String refusal = Look.refusal(file);
        if (!refusal.isEmpty()) {
            return Look.objecting(refusal);
        }
        Optional<Detection> found = Detection.of(file);
        if (found.isEmpty()) {
            return Look.objecting(Look.unrecognised(file));
        }
        return found.get().format() instanceof JsonLinesFormat format
                ? readOn(identity, file, now, format, format.begin(found.get().file()))
                : Look.of(found.get(), file);
    }

    private Look readOn(
            Object identity, TraceFile file, BasicFileAttributes now, JsonLinesFormat format, JsonLinesReading reading)
            throws IOException {
        Collected collected = reading.readOn(file, now.size());
        known.put(identity, new Followed(format, reading, now.size(), now.lastModifiedTime(), collected.size()));
        forget();
        return new Look("", format.name(), reading.hash(), collected);
    }

    private void forget() {
        long results = known.values().stream().mapToLong(Followed::results).sum();
        Iterator<Followed> oldest = known.values().iterator();
        while (known.size() > 1 && (known.size() > FILES || results > RESULTS)) {
            results -= oldest.next().results();
            oldest.remove();
        }
    }
}
