package dev.expertd.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** Names a repository for files and the journal: readable, and different for different places on disk. */
public final class RepositoryId {
    private static final int READABLE = 40;
    private static final int HASH_BYTES = 6;

    private RepositoryId() {}

    /** The id of the repository whose shared git directory that is, e.g. {@code shop-1f0c2a9b33de}. */
    public static String of(Path commonDir) throws IOException {
        Path real = commonDir.toRealPath();
        Path folder =
                real.getFileName() != null && real.getFileName().toString().equals(".git") ? real.getParent() : real;
        String name = folder == null || folder.getFileName() == null
                ? "root"
                : folder.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
        byte[] hash = Hash.sha256(real.toString().getBytes(StandardCharsets.UTF_8));
        return name.substring(0, Math.min(READABLE, name.length()))
                + "-"
                + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    }
}
