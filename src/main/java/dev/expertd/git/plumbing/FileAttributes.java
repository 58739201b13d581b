package dev.expertd.git.plumbing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;

/** What {@code lstat} says of a file: of a link itself, with permissions where the platform has them. */
public final class FileAttributes {
    private FileAttributes() {}

    /** Reads in one system call; throws if there is no such file. */
    public static BasicFileAttributes read(Path file) throws IOException {
        Class<? extends BasicFileAttributes> kind =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? PosixFileAttributes.class
                        : BasicFileAttributes.class;
        return Files.readAttributes(file, kind, LinkOption.NOFOLLOW_LINKS);
    }

    /** True if the owner may run the file; that is all that git keeps of permissions. */
    public static boolean isExecutable(BasicFileAttributes attributes) {
        return attributes instanceof PosixFileAttributes posix
                && posix.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }
}
