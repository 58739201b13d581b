package dev.expertd.trace.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as text, what is none of it as U+FFFD, exactly as the decoder of the JDK has it. That one looks at plain ASCII
 * twice, which without the optimising compiler takes longer than all else that is done with it; here it is copied in one
 * pass, and the decoder gets the rest.
 */
final class Utf8Reader extends Reader {
    private static final int SIZE = 8 << 10;

    private final InputStream in;
    private final byte[] bytes = new byte[SIZE];

    /** No fewer than bytes, so that all of these always fit. */
    private final char[] chars = new char[SIZE];

    private final ByteBuffer source = ByteBuffer.wrap(bytes);
    private final CharBuffer target = CharBuffer.wrap(chars);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private int kept;
    private int given;
    private int filled;
    private boolean ended;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (given == filled) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, filled - given);
        System.arraycopy(chars, given, buffer, from, count);
        given += count;
        return count;
    }

    private void fill() throws IOException {
        int read = in.read(bytes, kept, SIZE - kept);
        ended = read < 0;
        int end = kept + Math.max(0, read);
        int at = 0;
        int out = 0;
        while (at < end) {
            int plain = widen(bytes, at, end, chars, out);
            at += plain;
            out += plain;
            if (at == end) {
                break;
            }
            int until = plainFrom(at, end);
            if (until == end && !ended) {
                // a character may go on in the next bytes
                break;
            }
            out = decode(at, until, out);
            at = until;
        }
        kept = end - at;
        if (kept == SIZE) {
            out = decode(0, SIZE, 0);
            kept = source.remaining();
            at = SIZE - kept;
        }
        System.arraycopy(bytes, at, bytes, 0, kept);
        given = 0;
        filled = out;
    }

    /** Copies bytes up to the first that is no ASCII and returns how many. On local variables, which is twice as fast. */
    private static int widen(byte[] from, int start, int end, char[] to, int out) {
        int at = start;
        int shift = out - start;
        while (at < end) {
            byte next = from[at];
            if (next < 0) {
                break;
            }
            to[at + shift] = (char) next;
            at++;
        }
        return at - start;
    }

    /** Decodes bytes that end with a plain one, with the file or with a buffer full of others. */
    private int decode(int from, int until, int out) {
        source.limit(until).position(from);
        target.limit(SIZE).position(out);
        decoder.reset();
        decoder.decode(source, target, ended);
        return target.position();
    }

    /** The place behind the next byte of ASCII, which ends every character before it; the end if there is none. */
    private int plainFrom(int from, int end) {
        int at = from;
        while (at < end && bytes[at] < 0) {
            at++;
        }
        return Math.min(at + 1, end);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
