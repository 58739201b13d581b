package dev.expertd.trace.input;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that was meant as XML, made legal on the way: characters that XML forbids are left out, whether raw or as a
 * reference, and an ampersand that begins no known entity is escaped.
 */
final class LegalXmlReader extends Reader {
    private static final int LOOKAHEAD = 12;
    private static final String ESCAPE = "amp;";
    private static final Pattern ENTITY =
            Pattern.compile("^(?:(?:amp|lt|gt|quot|apos)|#(?<dec>[0-9]{1,7})|#x(?<hex>[0-9a-fA-F]{1,6}));");

    private final PushbackReader in;

    LegalXmlReader(Reader text) {
        this.in = new PushbackReader(text, LOOKAHEAD + ESCAPE.length());
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            boolean kept = next == '&' ? reference() : isLegal(next);
            if (kept) {
                buffer[from + count++] = (char) next;
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** Behind an ampersand: returns false if it refers to a character that XML forbids, which is then passed over. */
    private boolean reference() throws IOException {
        char[] ahead = new char[LOOKAHEAD];
        int read = 0;
        for (int more = 0; more >= 0 && read < LOOKAHEAD; more = in.read(ahead, read, LOOKAHEAD - read)) {
            read += more;
        }
        Matcher matcher = ENTITY.matcher(new String(ahead, 0, read));
        if (!matcher.find()) {
            in.unread(ahead, 0, read);
            in.unread(ESCAPE.toCharArray());
            return true;
        }
        if (!refersToLegal(matcher)) {
            in.unread(ahead, matcher.end(), read - matcher.end());
            return false;
        }
        in.unread(ahead, 0, read);
        return true;
    }

    private static boolean refersToLegal(Matcher entity) {
        String decimal = entity.group("dec");
        String hex = entity.group("hex");
        if (decimal == null && hex == null) {
            return true;
        }
        int code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(hex, 16);
        return isLegal(code) && !isSurrogate(code) && code <= Character.MAX_CODE_POINT;
    }

    private static boolean isLegal(int c) {
        return (c >= ' ' || c == '\n' || c == '\r' || c == '\t') && c != 0xFFFE && c != 0xFFFF;
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
