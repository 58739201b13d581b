package dev.expertd.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one pass at a time is made over a repository, whatever process makes it.
 *
 * <p>The lock file is opened once per holder and never deleted: opening and closing it a second time in the same JVM
 * would silently drop the lock, so what this JVM holds is remembered by the file's real path. Who holds it stands in a
 * file beside it.
 */
public final class PassLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private PassLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock of that name if nobody holds it. */
    public static Optional<PassLock> tryAcquire(Path folder, String name) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        synchronized (HELD_HERE) {
            if (!HELD_HERE.add(file)) {
                return Optional.empty();
            }
        }
        FileChannel channel = null;
        try {
            channel = DurableFile.openPrivate(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                PassLock held = new PassLock(file, channel);
                notePid(pidFile(file));
                return Optional.of(held);
            }
        } catch (IOException | RuntimeException e) {
            release(file, channel);
            throw e;
        }
        release(file, channel);
        return Optional.empty();
    }

    /**
     * Takes the lock, asking again until {@code patience} is over.
     *
     * @param pause called between two attempts; returns false to give up early
     */
    public static Optional<PassLock> acquire(Path folder, String name, Duration patience, BooleanSupplier pause)
            throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<PassLock> lock = tryAcquire(folder, name);
        while (lock.isEmpty() && System.nanoTime() < end && pause.getAsBoolean()) {
            lock = tryAcquire(folder, name);
        }
        return lock;
    }

    /** True if somebody, in this process or another, holds the lock of that name now. */
    public static boolean isHeld(Path folder, String name) throws IOException {
        if (!Files.exists(folder.resolve(name))) {
            return false;
        }
        Path file = folder.toRealPath().resolve(name);
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(file)) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                return lock == null;
            }
        }
    }

    /** The process that took the lock of that name last; empty if nobody ever did. */
    public static Optional<Long> holder(Path folder, String name) {
        try {
            return Optional.of(Long.parseLong(
                    Files.readString(pidFile(folder.resolve(name))).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        release(file, channel);
    }

    private static void notePid(Path file) throws IOException {
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = DurableFile.openPrivate(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(pid));
        }
    }

    private static Path pidFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".pid");
    }

    private static void release(Path file, @Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("lock " + file + " cannot be released", e);
        } finally {
            synchronized (HELD_HERE) {
                HELD_HERE.remove(file);
            }
        }
    }
}
