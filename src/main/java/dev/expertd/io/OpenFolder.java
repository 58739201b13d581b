package dev.expertd.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A folder held open, so that a file is moved into it and nowhere else, though a link may take its name at any moment.
 * Where the platform cannot hold folders open, a path is all there is.
 */
final class OpenFolder implements AutoCloseable {
    private final Path path;
    private final DirectoryStream<Path> handle;

    private OpenFolder(Path path, DirectoryStream<Path> handle) {
        this.path = path;
        this.handle = handle;
    }

    /**
     * Opens a folder.
     *
     * @param real a path without links
     * @throws IOException if it is none any more
     */
    @SuppressWarnings("StreamResourceLeak") // it is what is handed out
    static OpenFolder at(Path real) throws IOException {
        DirectoryStream<Path> handle = Files.newDirectoryStream(real);
        try {
            if (handle instanceof SecureDirectoryStream<Path> held) {
                Object now =
                        Files.readAttributes(real, BasicFileAttributes.class).fileKey();
                Object opened = held.getFileAttributeView(BasicFileAttributeView.class)
                        .readAttributes()
                        .fileKey();
                if (!real.toRealPath().equals(real) || !Objects.equals(now, opened)) {
                    throw new IOException(real + " was replaced by a link while it was looked at");
                }
            }
            return new OpenFolder(real, handle);
        } catch (IOException e) {
            handle.close();
            throw e;
        }
    }

    /** Moves a file of this folder over one of the other at once; a link there is replaced, not followed. */
    void move(Path name, OpenFolder other, Path otherName) throws IOException {
        if (handle instanceof SecureDirectoryStream<Path> from
                && other.handle instanceof SecureDirectoryStream<Path> to) {
            from.move(name, to, otherName);
        } else {
            Files.move(
                    path.resolve(name),
                    other.path.resolve(otherName),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        handle.close();
    }
}
