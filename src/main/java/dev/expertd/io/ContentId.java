package dev.expertd.io;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Identity of a content of any length, in 64 hex digits: SHA-256 over the length and, for each 64 KiB, two checksums.
 *
 * <p>SHA-256 of all bytes would be the plain way. Without the optimising compiler, which a small and short-lived program
 * does without, Java reads 100 MB a second through it; through checksums, several GB. Both together miss a change once
 * in 2^64. It guards against mix-ups, not against somebody who wants two contents to look the same.
 */
public final class ContentId {
    private static final int CHUNK = 64 << 10;

    private final byte[] chunk;
    private final MessageDigest sums;
    private int filled;
    private long length;

    public ContentId() {
        this(new byte[CHUNK], Hash.digest(), 0, 0);
    }

    private ContentId(byte[] chunk, MessageDigest sums, int filled, long length) {
        this.chunk = chunk;
        this.sums = sums;
        this.filled = filled;
        this.length = length;
    }

    /** Adds the next bytes. */
    public void add(byte[] bytes, int from, int count) {
        length += count;
        int next = from;
        int left = count;
        if (filled > 0) {
            int fitting = Math.min(left, CHUNK - filled);
            System.arraycopy(bytes, next, chunk, filled, fitting);
            filled += fitting;
            next += fitting;
            left -= fitting;
            if (filled < CHUNK) {
                return;
            }
            sum(sums, chunk, 0, CHUNK);
            filled = 0;
        }
        for (; left >= CHUNK; left -= CHUNK, next += CHUNK) {
            sum(sums, bytes, next, CHUNK);
        }
        System.arraycopy(bytes, next, chunk, 0, left);
        filled = left;
    }

    /** The same state, which goes its own way from here. */
    public ContentId copy() {
        return new ContentId(chunk.clone(), Hash.copy(sums), filled, length);
    }

    /** The identity of what was added so far; more may follow. */
    public String hex() {
        MessageDigest all = Hash.copy(sums);
        sum(all, chunk, 0, filled);
        all.update(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
        return HexFormat.of().formatHex(all.digest());
    }

    private static void sum(MessageDigest into, byte[] bytes, int from, int count) {
        CRC32 one = new CRC32();
        one.update(bytes, from, count);
        CRC32C other = new CRC32C();
        other.update(bytes, from, count);
        into.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(one.getValue())
                .putLong(other.getValue())
                .array());
    }
}
