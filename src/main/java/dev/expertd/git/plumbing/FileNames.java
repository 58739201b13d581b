package dev.expertd.git.plumbing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Names of files between git's bytes, our text and Java's paths. Java's paths cannot take every name from text, least of
 * all where no locale is set, but they can from a URI of bytes.
 */
public final class FileNames {
    private static final char REPLACED = '\uFFFD';

    private FileNames() {}

    /** True if a tree can have such a path: git would take {@code ./x} and {@code ../x} for paths of its own folder. */
    public static boolean isInsideTree(String path) {
        return List.of(path.split("/", -1)).stream()
                .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
    }

    /** The bytes that a name may have been, the likelier first. */
    public static List<byte[]> encodings(String name) {
        List<byte[]> encodings = new ArrayList<>();
        encodings.add(name.getBytes(StandardCharsets.UTF_8));
        byte[] latin = name.getBytes(StandardCharsets.ISO_8859_1);
        if (GitText.decode(latin).equals(name) && latin.length != encodings.get(0).length) {
            encodings.add(latin);
        }
        return encodings;
    }

    /** The file of that name below a folder, whatever the platform's own encoding of names. */
    public static Path resolve(Path folder, byte[] name) {
        boolean plain = true;
        for (byte b : name) {
            plain &= b > 0;
        }
        if (plain) {
            return folder.resolve(new String(name, StandardCharsets.US_ASCII));
        }
        try {
            return Path.of(URI.create(folder.toUri().toASCIIString().replaceFirst("/?$", "/") + percent(name)));
        } catch (IllegalArgumentException e) {
            throw new InvalidPathException(GitText.decode(name), "cannot be named on this system");
        }
    }

    /** The file of that name below a folder, or where it would lie. */
    public static Path resolve(Path folder, String name) {
        Path likeliest = null;
        for (byte[] bytes : encodings(name)) {
            Path file = resolve(folder, bytes);
            if (likeliest == null || Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                likeliest = file;
            }
        }
        return Objects.requireNonNull(likeliest);
    }

    /** The name of a file relative to a folder that holds it, with slashes, as git would write it. */
    public static String relative(Path folder, Path file) {
        String name = folder.relativize(file).toString();
        if (name.indexOf(REPLACED) >= 0) {
            String base = folder.toUri().getRawPath();
            String whole = file.toUri().getRawPath();
            name = GitText.decode(unpercent(whole.substring(base.endsWith("/") ? base.length() : base.length() + 1)));
        }
        return folder.getFileSystem().getSeparator().equals("/")
                ? name
                : name.replace(folder.getFileSystem().getSeparator(), "/");
    }

    private static String percent(byte[] name) {
        StringBuilder text = new StringBuilder(name.length * 2);
        for (byte b : name) {
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '/') {
                text.append((char) b);
            } else {
                text.append('%').append(Character.forDigit(b >> 4 & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
            }
        }
        return text.toString();
    }

    private static byte[] unpercent(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes[length++] = (byte) Integer.parseInt(text, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) text.charAt(i);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
