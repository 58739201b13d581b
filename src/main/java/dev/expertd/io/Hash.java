package dev.expertd.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java has. */
public final class Hash {
    /** Looking the algorithm up takes longer than hashing a short text, copying it does not. */
    private static final MessageDigest NEW = lookedUp();

    /** One for each thread, for short texts: a digest is as new when it was asked for. */
    private static final ThreadLocal<MessageDigest> OWN = ThreadLocal.withInitial(Hash::digest);

    private Hash() {}

    public static byte[] sha256(byte[] content) {
        return digest().digest(content);
    }

    /** Lower-case hex of the digest. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lower-case hex of the first bytes of the digest of some texts one after the other. */
    public static String hex(int bytes, String... texts) {
        MessageDigest digest = OWN.get();
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, bytes);
    }

    public static MessageDigest digest() {
        return copy(NEW);
    }

    /** The same state, which goes its own way from here. */
    static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be copied in every Java", e);
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
