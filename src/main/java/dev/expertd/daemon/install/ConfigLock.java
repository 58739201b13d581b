package dev.expertd.daemon.install;

import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * Git's lock on a file of its own: {@code config.lock}, made so that it can be told from git's. It is a second name of
 * {@code config.expertd-PID}, which holds what shall be there. If that process is gone, it was killed, and the lock is
 * taken away by the next of ours; a lock of git's never is.
 */
final class ConfigLock implements AutoCloseable {
    private static final String OURS = ".expertd-";

    private final Path file;
    private final Path prepared;
    private final Path lock;
    private boolean taken;

    private ConfigLock(Path file) {
        this.file = file;
        this.prepared = file.resolveSibling(
                file.getFileName() + OURS + ProcessHandle.current().pid());
        this.lock = file.resolveSibling(file.getFileName() + ".lock");
    }

    static ConfigLock of(Path file) {
        return new ConfigLock(file);
    }

    /** Writes what shall be there, under a name that means nothing to git. */
    void prepare(byte[] content, Set<PosixFilePermission> mode) throws IOException {
        Files.deleteIfExists(prepared);
        DurableFile.writeTemporary(prepared, content, mode);
    }

    /** Takes the lock; {@code named} is the file's name as the user knows it. */
    void take(Path named) throws IOException {
        try {
            link();
            taken = true;
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    named + " is being changed by git; try again, or remove " + lock + " if no git is running", e);
        }
    }

    private void link() throws IOException {
        try {
            Files.createLink(lock, prepared);
        } catch (FileAlreadyExistsException | AccessDeniedException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            // no file has two names here; a copy that a kill leaves is not to be told from git's lock
            Files.copy(prepared, lock, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** What was prepared is the file now, and the lock is gone. */
    void putInPlace() throws IOException {
        Files.move(lock, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        taken = false;
    }

    @Override
    public void close() throws IOException {
        if (taken) {
            Files.deleteIfExists(lock);
        }
        Files.deleteIfExists(prepared);
    }

    /** Takes away what processes of ours left that were killed in the middle. */
    static void removeLeftBehind(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        String prefix = file.getFileName() + OURS;
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                folder, entry -> entry.getFileName().toString().startsWith(prefix))) {
            for (Path each : left) {
                if (isAbandoned(each.getFileName().toString().substring(prefix.length()))) {
                    if (isSame(lock, each)) {
                        Files.deleteIfExists(lock);
                    }
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one, LinkOption.NOFOLLOW_LINKS)
                && Files.exists(other, LinkOption.NOFOLLOW_LINKS)
                && Files.isSameFile(one, other);
    }

    private static boolean isAbandoned(String pid) {
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
            return process.isEmpty() || !process.get().isAlive();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
