package dev.expertd.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.expertd.io.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the files of one trace as one run. Never throws for what a file holds: the answer says what is wrong. */
public final class TraceReader {
    /** So many lines after console noise are tried as the beginning of a document. */
    private static final int NOISE_CANDIDATES = 50;

    private static final int NOISE_BYTES = 8 << 20;

    private TraceReader() {}

    /** Reads one file, or the many files of one glob, as one run. */
    public static TraceReading read(List<Path> files) {
        RunBuilder run = new RunBuilder();
        StringBuilder identity = new StringBuilder();
        String problem = "there is no file";
        for (Path path : files) {
            problem = readInto(run, path, identity);
            if (!problem.isEmpty() && files.size() == 1) {
                return new TraceReading.Unreadable(problem);
            }
        }
        if (run.isEmpty() && !problem.isEmpty()) {
            return new TraceReading.Unreadable(problem);
        }
        return run.build(files.size() == 1 ? identity.toString() : Hash.hex(identity.toString()));
    }

    /** Returns why the file could not be read; empty if it could, in part or whole. */
    private static String readInto(RunBuilder run, Path path, StringBuilder identity) {
        if (!Files.isRegularFile(path)) {
            return path.getFileName() + " is no regular file";
        }
        try {
            if (Files.size(path) == 0) {
                return path.getFileName() + " is empty";
            }
            TraceFile file = new TraceFile(path);
            identity.append(identity.length() == 0 ? "" : "\n").append(file.hash());
            Optional<Format> format = Detection.of(file);
            if (format.isEmpty()) {
                file = afterNoise(file);
                format = Detection.of(file);
            }
            if (format.isEmpty()) {
                return path.getFileName() + " is in no format that expertd knows";
            }
            run.format(format.get().name());
            read(format.get(), file, run);
            return "";
        } catch (IOException e) {
            return path.getFileName() + " cannot be read: " + reason(e);
        }
    }

    private static void read(Format format, TraceFile file, RunBuilder run) {
        try {
            format.read(file, run);
        } catch (JsonProcessingException e) {
            run.incomplete("the document is cut off or broken at line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
        } catch (IOException e) {
            run.incomplete("reading stopped: " + reason(e));
        }
    }

    /** Where a document begins behind lines that a console or a shell wrote before it. */
    private static TraceFile afterNoise(TraceFile file) throws IOException {
        byte[] head;
        try (InputStream in = file.bytes()) {
            head = in.readNBytes(NOISE_BYTES);
        }
        int tried = 0;
        for (int i = 1; i < head.length && tried < NOISE_CANDIDATES; i++) {
            boolean lineStart = head[i - 1] == '\n';
            if (lineStart && (head[i] == '{' || head[i] == '[' || head[i] == '<')) {
                tried++;
                TraceFile candidate = file.from(i);
                if (Detection.of(candidate).isPresent()) {
                    return candidate;
                }
            }
        }
        return file;
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
