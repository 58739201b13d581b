package dev.expertd.trace;

import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonLinesFormat;
import dev.expertd.trace.format.JsonLinesReading;
import dev.expertd.trace.input.HashedOpening;
import dev.expertd.trace.input.TraceFile;
import dev.expertd.trace.input.Xml;
import java.io.IOException;
import java.util.Optional;

/**
 * What one look at a file gave.
 *
 * @param objection why nothing was read from it; empty if something was
 * @param hash identity of its content
 */
record Look(String objection, String format, String hash, Collected collected) {
    static Look objecting(String objection) {
        return new Look(objection, "", "", new Collected(false));
    }

    /** Looks at a file of which nothing is known. */
    static Look fresh(TraceFile file) throws IOException {
        String refusal = refusal(file);
        if (!refusal.isEmpty()) {
            return objecting(refusal);
        }
        Optional<Detection> found = Detection.of(file);
        return found.isEmpty() ? objecting(unrecognised(file)) : of(found.get(), file);
    }

    static Look of(Detection found, TraceFile file) throws IOException {
        String format = found.format().name();
        if (found.format() instanceof JsonLinesFormat lines) {
            JsonLinesReading reading = lines.begin(found.file());
            Collected collected = reading.readOn(file, file.attributes().size());
            return new Look("", format, reading.hash(), collected);
        }
        HashedOpening hashed = file.hashed();
        Collected collected = found.format().read(found.file().by(hashed));
        return new Look("", format, hashed.hash(file), collected);
    }

    static String refusal(TraceFile file) throws IOException {
        return Xml.declaresEntities(file.headText()) ? file.name() + " is refused: it declares XML entities" : "";
    }

    static String unrecognised(TraceFile file) throws IOException {
        boolean blank = file.headText().isBlank();
        return file.name() + (blank ? " is empty" : " is in no format that expertd knows");
    }
}
