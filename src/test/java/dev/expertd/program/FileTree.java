package dev.expertd.program;

import dev.expertd.io.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Everything below a folder, to show that it is as it was: paths with type, mode and content, and times if asked for. */
public record FileTree(Map<String, String> byPath) {
    public FileTree {
        byPath = new TreeMap<>(byPath);
    }

    public static FileTree of(Path folder) {
        return of(folder, false);
    }

    /** The same with the times at which files and folders were written. */
    public static FileTree withTimes(Path folder) {
        return of(folder, true);
    }

    /** What is left if some paths, relative to the folder, do not count. */
    public FileTree without(Predicate<String> path) {
        Map<String, String> left = new TreeMap<>(byPath);
        left.keySet().removeIf(path);
        return new FileTree(left);
    }

    private static FileTree of(Path folder, boolean times) {
        Map<String, String> files = new TreeMap<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                    return add(each, attributes, "folder");
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                    return add(
                            each,
                            attributes,
                            attributes.isSymbolicLink()
                                    ? "-> " + Files.readSymbolicLink(each)
                                    : attributes.isRegularFile() ? content(each) : "other");
                }

                private FileVisitResult add(Path each, BasicFileAttributes attributes, String what) throws IOException {
                    String mode = PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(each, LinkOption.NOFOLLOW_LINKS));
                    files.put(
                            folder.relativize(each).toString(),
                            mode + " " + what + (times ? " " + attributes.lastModifiedTime() : ""));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileTree(files);
    }

    /** Short texts as they are, so that a test that fails says what is different. */
    private static String content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean isText = bytes.length < 4096 && text.indexOf('\0') < 0;
        return isText ? "file " + text : "file of " + bytes.length + " bytes " + Hash.hex(16, text);
    }
}
