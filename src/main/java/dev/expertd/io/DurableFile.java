package dev.expertd.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes whole files so that a crash leaves the old content or the new, never a part. */
public final class DurableFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private DurableFile() {}

    /** Replaces a file's content; a new file is readable by its owner alone. */
    public static void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(Staging.prefix(file) + UUID.randomUUID() + ".tmp");
        try {
            writeTemporary(temporary, content, modeOf(file).orElse(OWNER_ONLY));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes and forces a new file with exactly that mode. */
    public static void writeTemporary(Path file, byte[] content, Set<PosixFilePermission> mode) throws IOException {
        boolean posix = isPosix(file);
        try (FileChannel channel = posix
                ? FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Failpoint.reach("temporary-begun");
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (posix) {
                Files.setPosixFilePermissions(file, mode); // not at creation, where the umask would narrow it
            }
            channel.force(true);
        }
        Failpoint.reach("temporary-written");
    }

    /** Removes what was left beside a file by writers that were killed; nobody may be writing it now. */
    public static void sweepTemporaries(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        String prefix = Staging.prefix(file);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                folder, entry -> entry.getFileName().toString().startsWith(prefix))) {
            for (Path temporary : left) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** Makes an empty file that nobody else can read, unless the file exists. */
    public static void makePrivate(Path file) throws IOException {
        if (!Files.exists(file)) {
            openPrivate(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
        }
    }

    /** Lets nobody but the owner read or write a file. */
    public static void closeToOthers(Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    /** Opens a file; if that makes it, nobody else can read it. */
    public static FileChannel openPrivate(Path file, OpenOption... options) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? FileChannel.open(file, Set.of(options), PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : FileChannel.open(file, options);
    }

    /** Makes a file that somebody else wrote durable. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes a rename in the file's folder durable, where the platform lets a folder be forced. */
    public static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && isPosix(file)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    public static Optional<Set<PosixFilePermission>> modeOf(Path file) throws IOException {
        return Files.exists(file) && isPosix(file)
                ? Optional.of(Files.getPosixFilePermissions(file))
                : Optional.empty();
    }

    private static boolean isPosix(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix");
    }
}
