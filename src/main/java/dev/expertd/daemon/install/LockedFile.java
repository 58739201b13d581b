package dev.expertd.daemon.install;

import dev.expertd.io.DurableFile;
import dev.expertd.io.Failpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file of git's, changed as git changes it: under {@code FILE.lock}, which nobody else can make meanwhile and which
 * then takes the file's place. A link is followed, so that it stays one.
 */
final class LockedFile {
    private static final long LARGEST = 4 << 20;
    private static final int TRIES = 5;
    private static final Set<PosixFilePermission> USUAL = PosixFilePermissions.fromString("rw-r--r--");

    private final Path file;

    LockedFile(Path file) {
        this.file = file;
    }

    /** A change of the content, one character a byte; nothing where there is no file. */
    @FunctionalInterface
    interface Edit {
        Optional<String> apply(Optional<String> text) throws IOException;
    }

    /** The content, one character a byte. */
    Optional<String> text() throws IOException {
        return text(file);
    }

    /** Lines as this class gives and takes them, one character a byte. */
    static List<String> latin(List<String> lines) {
        return lines.stream()
                .map(line -> new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** A line that this class gave, as people read it. */
    static String utf8(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Changes the file; false if that changed nothing. */
    boolean edit(Edit edit) throws IOException {
        Path real = real();
        try {
            ConfigLock.removeLeftBehind(real);
            for (int i = 0; i < TRIES; i++) {
                Optional<String> before = text(real);
                Optional<String> after = edit.apply(before);
                if (after.equals(before)) {
                    return false;
                }
                if (replace(real, before, after)) {
                    DurableFile.forceFolder(real);
                    return true;
                }
            }
            throw new IOException(file + " is changed by others all the time; try again");
        } catch (AccessDeniedException e) {
            throw new IOException(file + " cannot be changed: permission denied for " + e.getFile(), e);
        }
    }

    /** False if somebody else changed the file since. */
    private boolean replace(Path real, Optional<String> before, Optional<String> after) throws IOException {
        Path folder = real.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (ConfigLock lock = ConfigLock.of(real)) {
            // Made before the lock is taken, so that a kill leaves none behind but by the rarest chance.
            lock.prepare(
                    after.orElse("").getBytes(StandardCharsets.ISO_8859_1),
                    DurableFile.modeOf(real).orElse(USUAL));
            lock.take(file);
            Failpoint.reach("git-file-locked");
            if (!text(real).equals(before)) {
                return false;
            }
            if (after.isPresent()) {
                lock.putInPlace();
            } else {
                Files.delete(real);
            }
            Failpoint.reach("git-file-replaced");
            return true;
        }
    }

    private Path real() throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        return Files.isSymbolicLink(file)
                ? file.resolveSibling(Files.readSymbolicLink(file)).normalize()
                : file;
    }

    private static Optional<String> text(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new IOException(file + " is no file that git would read");
        }
        return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
}
