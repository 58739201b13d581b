package dev.expertd.trace.input;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding of a text by its first bytes: a byte order mark, where the zeros stand, what an XML declaration says. */
final class Encoding {
    private static final int DECLARATION = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s{0,20}<\\?xml[^>]{0,100}encoding\\s{0,5}=\\s{0,5}[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private Encoding() {}

    static Charset of(byte[] head) {
        if (head.length >= 2) {
            if (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF || head[0] == 0 && head[1] != 0) {
                return StandardCharsets.UTF_16BE;
            }
            if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE || head[0] != 0 && head[1] == 0) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return declared(head);
    }

    /** True if a character takes two bytes, the low one first or last. */
    static boolean isWide(Charset charset) {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    private static Charset declared(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(start);
        // one that declares UTF-16 in single bytes does not tell the truth
        if (!matcher.find() || matcher.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
