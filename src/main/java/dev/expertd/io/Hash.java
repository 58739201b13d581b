package dev.expertd.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java has. */
public final class Hash {
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

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
