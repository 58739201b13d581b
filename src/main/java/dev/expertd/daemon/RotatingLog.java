package dev.expertd.daemon;

import dev.expertd.config.Settings;
import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A log of bounded size: {@code daemon.log} is written; full, it becomes {@code daemon.log.1}, that one
 * {@code daemon.log.2}, and the oldest goes. It changes files between two lines only. One process writes it.
 */
public final class RotatingLog extends OutputStream {
    private static final long MEGABYTE = 1_000_000;

    private final Path file;
    private final long full;
    private final int files;
    private @Nullable OutputStream out;
    private long size;
    private boolean lineEnded = true;

    /**
     * Opens nothing yet.
     *
     * @param full the size in bytes beyond which another file is begun
     * @param files how many are kept, the one in use counted
     */
    public RotatingLog(Path file, long full, int files) {
        this.file = file;
        this.full = full;
        this.files = files;
    }

    /** The log of a daemon with these settings. */
    public static RotatingLog of(Path file, Settings.Log settings) {
        return new RotatingLog(file, settings.megabytes() * MEGABYTE, settings.files());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        if (out == null) {
            out = open();
        }
        if (lineEnded && size > 0 && size + length > full) {
            close();
            rotate();
            out = open();
        }
        out.write(bytes, offset, length);
        size += length;
        lineEnded = bytes[offset + length - 1] == '\n';
    }

    @Override
    public synchronized void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }

    private OutputStream open() throws IOException {
        FileChannel channel = DurableFile.openPrivate(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = channel.size();
        return Channels.newOutputStream(channel);
    }

    private void rotate() throws IOException {
        for (int i = files - 1; i > 0; i--) {
            Path from = i == 1 ? file : numbered(i - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (files == 1) {
            Files.deleteIfExists(file);
        }
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
