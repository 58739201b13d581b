package dev.expertd.trace;

import dev.expertd.io.ContentId;
import dev.expertd.io.Hash;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.input.TraceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads the files of one trace as one run. Whatever they hold, the answer is a {@link TraceReading}, never an exception.
 *
 * <p>A run's id is the {@link ContentId} of its file, or a hash of the sorted names and ids of its files. Among the files of a
 * glob those in no known format are passed over; one that is empty or cannot be read leaves the run incomplete.
 */
public final class TraceReader {
    /** How a file is looked at. */
    interface Looking {
        Look look(TraceFile file) throws IOException;
    }

    private Collected run = new Collected(true);
    private final TreeSet<String> contents = new TreeSet<>();
    private String hash = "";
    private String format = "";
    private String reason = "there is no file";
    private boolean broken;

    private final Looking looking;

    private TraceReader(Looking looking) {
        this.looking = looking;
    }

    /** Reads one file, or the many files of one glob, as one run. */
    public static TraceReading read(List<Path> files) {
        return read(files.stream().map(TraceFile::new).toList(), Look::fresh);
    }

    static TraceReading read(List<TraceFile> files, Looking looking) {
        TraceReader reader = new TraceReader(looking);
        files.forEach(reader::add);
        return reader.reading(files.size() == 1);
    }

    private void add(TraceFile file) {
        try {
            String objection = file.objection();
            if (!objection.isEmpty()) {
                broken(objection);
                return;
            }
            Look look = looking.look(file);
            if (!look.objection().isEmpty()) {
                reason = look.objection();
                return;
            }
            hash = look.hash();
            boolean first = contents.isEmpty();
            contents.add(file.name() + ' ' + hash);
            format = format.isEmpty() ? look.format() : format;
            if (first) {
                run = look.collected(); // most runs are one file, which need not be copied
            } else {
                run.addAll(look.collected());
            }
        } catch (IOException e) {
            broken(file.name() + " cannot be read: " + said(e));
        } catch (RuntimeException e) {
            // the XML parser of the JDK throws what it never declared at input that was made for it
            broken(file.name() + " cannot be read: " + said(e));
        }
    }

    private void broken(String why) {
        reason = why;
        broken = true;
    }

    private TraceReading reading(boolean one) {
        if (broken && !format.isEmpty()) {
            run.incomplete(reason);
        }
        String incomplete = run.whyIncomplete();
        if (format.isEmpty() || !incomplete.isEmpty() && run.isEmpty()) {
            return new TraceReading.Unreadable(incomplete.isEmpty() ? reason : incomplete);
        }
        String id = one ? hash : Hash.hex(String.join("\n", contents));
        return incomplete.isEmpty()
                ? new TraceReading.Complete(run.toRun(id, format), run.doesItGoOn())
                : new TraceReading.Incomplete(run.toRun(id, format), incomplete);
    }

    private static String said(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
