package dev.expertd.daemon.install.service;

import dev.expertd.io.DurableFile;
import dev.expertd.io.Places;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What was written for the service, so that exactly that is taken away; in a file of the state folder:
 *
 * <pre>{@code
 * file=/srv/dev/.config/systemd/user/expertd.service
 * made=/srv/dev/.config/systemd
 * linger=true
 * }</pre>
 *
 * @param file the unit or agent
 * @param made the uppermost folder that had to be made for it
 * @param linger whether we asked for it, and it was not so before
 */
record ServiceRecord(Path file, Optional<Path> made, boolean linger) {
    static Optional<ServiceRecord> read(Places places) {
        try {
            Properties values = new Properties();
            values.load(new StringReader(Files.readString(places.service())));
            String made = values.getProperty("made", "");
            return Optional.ofNullable(values.getProperty("file"))
                    .map(file -> new ServiceRecord(
                            Path.of(file),
                            made.isEmpty() ? Optional.empty() : Optional.of(Path.of(made)),
                            Boolean.parseBoolean(values.getProperty("linger"))));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    ServiceRecord withLinger() {
        return new ServiceRecord(file, made, true);
    }

    void write(Places places) throws IOException {
        Properties values = new Properties();
        values.setProperty("file", file.toString());
        values.setProperty("made", made.map(Path::toString).orElse(""));
        values.setProperty("linger", Boolean.toString(linger));
        StringWriter text = new StringWriter();
        values.store(text, "What `expertd service install` wrote");
        DurableFile.write(places.service(), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void forget(Places places) throws IOException {
        Files.deleteIfExists(places.service());
    }
}
