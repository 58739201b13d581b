package dev.expertd.git.worktree;

import dev.expertd.git.plumbing.GitText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The blob ids that files would have as they lie there, remembered by (inode, size, time).
 *
 * <p>A file may change twice within one tick of the file system's clock and look the same, so what was hashed is only
 * trusted once it was hashed again a while later, under the same time.
 */
public final class BlobIds {
    private static final int REMEMBERED = 10_000;
    private static final long TICK = Duration.ofSeconds(2).toNanos();

    private final LongSupplier nanos;
    private final Map<Key, Seen> memory = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Key(Object file, String path, long size, FileTime modified, String algorithm) {}

    private record Seen(Ids ids, long at, boolean isTrusted) {}

    /**
     * The ids of one content.
     *
     * @param raw of the bytes as they are
     * @param lineFeeds of the bytes with CR LF made LF; the same as {@code raw} if there are none or it is binary
     */
    record Ids(String raw, String lineFeeds) {}

    /** {@code nanos}: a clock that never goes back, such as {@link System#nanoTime}. */
    public BlobIds(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** {@code algorithm}: the repository's, {@code SHA-1} or {@code SHA-256}. */
    synchronized Ids of(Path file, BasicFileAttributes attributes, String algorithm) throws IOException {
        @Nullable Object inode = attributes.fileKey();
        Key key = new Key(
                inode == null ? "" : inode,
                file.toString(),
                attributes.size(),
                attributes.lastModifiedTime(),
                algorithm);
        Seen seen = memory.get(key);
        if (seen != null && seen.isTrusted()) {
            return seen.ids();
        }
        long now = nanos.getAsLong();
        Ids ids = hash(content(file, attributes), algorithm);
        boolean sameLater = seen != null && now - seen.at() > TICK && seen.ids().equals(ids);
        memory.put(key, new Seen(ids, seen == null || sameLater ? now : seen.at(), sameLater));
        return ids;
    }

    private static byte[] content(Path file, BasicFileAttributes attributes) throws IOException {
        return attributes.isSymbolicLink()
                ? Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(file);
    }

    static Ids hash(byte[] content, String algorithm) {
        String raw = id(content, algorithm);
        byte[] lineFeeds = GitText.isBinary(content) ? content : withoutCarriageReturns(content);
        return new Ids(raw, lineFeeds.length == content.length ? raw : id(lineFeeds, algorithm));
    }

    private static String id(byte[] content, String algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    static byte[] withoutCarriageReturns(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        for (int i = 0; i < content.length; i++) {
            if (content[i] != '\r' || i + 1 == content.length || content[i + 1] != '\n') {
                out.write(content[i]);
            }
        }
        return out.toByteArray();
    }
}
