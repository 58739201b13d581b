package dev.expertd.git.plumbing;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Is shown the files of a work tree, one after the other. */
@FunctionalInterface
public interface FileVisitor {
    /** {@code path} is relative with slashes; the attributes are those that {@link FileAttributes} reads. */
    void file(String path, Path file, BasicFileAttributes attributes) throws IOException;
}
