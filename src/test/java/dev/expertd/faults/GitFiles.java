package dev.expertd.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Everything in a git directory: names with contents, of objects and packs the names alone. */
record GitFiles(Map<String, String> byName) {
    static GitFiles of(Path gitDir) {
        Map<String, String> files = new TreeMap<>();
        try {
            Files.walkFileTree(gitDir, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = gitDir.relativize(file).toString();
                    boolean isObject = name.startsWith("objects/") || name.contains("/objects/");
                    files.put(name, isObject ? "" : HexFormat.of().formatHex(Files.readAllBytes(file)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GitFiles(files);
    }
}
