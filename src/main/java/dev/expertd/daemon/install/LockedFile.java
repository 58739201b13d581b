package dev.expertd.daemon.install;

import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * A file of git's, changed as git changes it: under {@code FILE.lock}, which nobody else can make meanwhile and which
 * then takes the file's place. A link is followed, so that it stays one.
 */
final class LockedFile {
    private static final long LARGEST = 4 << 20;

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

    /** Changes the file; false if that changed nothing. */
    boolean edit(Edit edit) throws IOException {
        Path real = real();
        Path folder = real.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path lock = real.resolveSibling(real.getFileName() + ".lock");
        boolean held = false;
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            held = true;
            Optional<String> before = text(real);
            Optional<String> after = edit.apply(before);
            if (after.equals(before)) {
                return false;
            }
            if (after.isEmpty()) {
                Files.delete(real);
                return true;
            }
            write(channel, after.get());
            Optional<Set<PosixFilePermission>> mode = DurableFile.modeOf(real);
            if (mode.isPresent()) {
                Files.setPosixFilePermissions(lock, mode.get());
            }
            Files.move(lock, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            held = false;
            DurableFile.forceFolder(real);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    file + " is being changed by git; try again, or remove " + lock + " if no git is running", e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + " cannot be changed: permission denied for " + e.getFile(), e);
        } finally {
            if (held) {
                Files.deleteIfExists(lock);
            }
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
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
