package dev.expertd.daemon.install;

import dev.expertd.config.Enrolment;
import dev.expertd.config.SettingsException;
import dev.expertd.io.DurableFile;
import dev.expertd.io.PassLock;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The enrolled repositories in the user's settings file, changed by one process at a time and durably. */
public final class EnrolmentFile {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(20);

    private final Places places;

    public EnrolmentFile(Places places) {
        this.places = places;
    }

    /** A change of the file's text. */
    @FunctionalInterface
    private interface Edit {
        String apply(String text) throws SettingsException;
    }

    /** The enrolled work trees, in the order of the file. */
    public List<Path> list() throws IOException {
        return Enrolment.list(text()).stream().map(Path::of).toList();
    }

    /** Enrols a work tree; false if it was. */
    public boolean add(Path worktree) throws IOException, SettingsException {
        return edit(text -> Enrolment.add(text, worktree.toString()));
    }

    /** Takes a work tree out; false if it was not enrolled. */
    public boolean remove(Path worktree) throws IOException, SettingsException {
        return edit(text -> Enrolment.remove(text, worktree.toString()));
    }

    private boolean edit(Edit edit) throws IOException, SettingsException {
        places.make();
        try (PassLock lock = PassLock.acquire(places.locks(), "settings", PATIENCE, EnrolmentFile::pause)
                .orElseThrow(() -> new IOException(places.userSettings() + " is being changed; try again"))) {
            String before = text();
            String after = edit.apply(before);
            if (after.equals(before)) {
                return false;
            }
            Path file = places.userSettings();
            Files.createDirectories(places.config());
            Path real = Files.exists(file) ? file.toRealPath() : file; // a link to the user's dot files stays one
            DurableFile.sweepTemporaries(real);
            DurableFile.write(real, after.getBytes(StandardCharsets.UTF_8));
            return true;
        }
    }

    private String text() throws IOException {
        return Files.exists(places.userSettings()) ? Files.readString(places.userSettings()) : "";
    }

    private static boolean pause() {
        LockSupport.parkNanos(STEP.toNanos());
        return true;
    }
}
