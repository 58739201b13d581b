package dev.expertd.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Where a file's new content lies until it takes the old one's place.
 *
 * <p>That is a private folder outside the work tree where both are on one file system: {@code git add -A} and {@code git
 * stash -u} list a folder first and read its files after, and die with "unable to stat" of a temporary file that is gone
 * by then, or take it along if it is not. Elsewhere it lies beside the file for the moments in between, since only a
 * rename within a file system replaces a file at once.
 */
public final class Staging {
    private static final FileAttribute<?>[] NOTHING = {};
    private static final FileAttribute<?>[] OWNER_ALL = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
    private static final String MARK = ".expertd-";

    private final Path folder;

    /** Stages in that folder, which is made when it is first needed and used by one process at a time. */
    public Staging(Path folder) {
        this.folder = folder;
    }

    /** Asked at the last moment whether a file may still be replaced. */
    @FunctionalInterface
    public interface LastLook {
        boolean mayReplace() throws IOException;
    }

    /** The file cannot be replaced by one that has the same owner and group. */
    public static final class OwnershipException extends IOException {
        private static final long serialVersionUID = 1L;

        OwnershipException(String message) {
            super(message);
        }
    }

    /**
     * Replaces a file's content; the new file has the mode, owner and group of the old one.
     *
     * @param file an existing file by its real path; who puts a link into that path meanwhile gains nothing
     * @return false if the last look forbade it, and all is as it was
     * @throws OwnershipException if owner or group cannot be kept; all is as it was
     */
    public boolean replace(Path file, byte[] content, LastLook lastLook) throws IOException {
        if (isOnOneFileSystem(file)) {
            try {
                return replace(folder.resolve(file.getFileName() + "." + UUID.randomUUID()), file, content, lastLook);
            } catch (AtomicMoveNotSupportedException e) {
                // a mount of its own on the same device: only beside the file, then
            }
        }
        return replace(file.resolveSibling(prefix(file) + UUID.randomUUID() + ".tmp"), file, content, lastLook);
    }

    /** Removes what killed writers left in the folder; nobody may be writing now. */
    public void sweep() throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
                for (Path temporary : left) {
                    Files.deleteIfExists(temporary);
                }
            }
        }
    }

    static String prefix(Path file) {
        return "." + file.getFileName() + MARK;
    }

    private static boolean replace(Path temporary, Path file, byte[] content, LastLook lastLook) throws IOException {
        try (OpenFolder target = OpenFolder.at(parent(file))) {
            DurableFile.writeTemporary(
                    temporary, content, DurableFile.modeOf(file).orElse(Set.of()));
            keepOwnership(file, temporary);
            if (!lastLook.mayReplace()) {
                return false;
            }
            Failpoint.reach("before-rename");
            try (OpenFolder source = OpenFolder.at(parent(temporary).toRealPath())) {
                source.move(temporary.getFileName(), target, file.getFileName());
            }
            Failpoint.reach("after-rename");
            DurableFile.forceFolder(file);
            return true;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    }

    private boolean isOnOneFileSystem(Path file) {
        try {
            Files.createDirectories(folder, supports(folder, "posix") ? OWNER_ALL : NOTHING);
            return deviceOf(folder).equals(deviceOf(file));
        } catch (IOException e) {
            return false; // no room there, or no right: beside the file there may be
        }
    }

    private static boolean supports(Path path, String view) {
        return path.getFileSystem().supportedFileAttributeViews().contains(view);
    }

    /** What a platform without device numbers has instead is slower. */
    private static Object deviceOf(Path path) throws IOException {
        return supports(path, "unix") ? Files.getAttribute(path, "unix:dev") : Files.getFileStore(path);
    }

    /** A new file belongs to who makes it and to that one's group. */
    private static void keepOwnership(Path from, Path to) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView now = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (old == null || now == null) {
            return;
        }
        PosixFileAttributes meant = old.readAttributes();
        PosixFileAttributes made = now.readAttributes();
        try {
            if (!made.group().equals(meant.group())) {
                now.setGroup(meant.group());
            }
            if (!made.owner().equals(meant.owner())) {
                now.setOwner(meant.owner());
            }
            if (!now.readAttributes().permissions().equals(meant.permissions())) {
                now.setPermissions(meant.permissions()); // giving a file away takes special bits from it
            }
        } catch (FileSystemException e) {
            throw new OwnershipException("belongs to " + meant.owner().getName() + ":"
                    + meant.group().getName()
                    + ", and what takes its place would not; `chown` it to yourself and a group of yours");
        }
    }
}
