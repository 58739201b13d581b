package dev.expertd.trace.format;

import dev.expertd.trace.input.QuotedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text of any length as it comes in, of which the beginning and the end are kept. */
public final class BoundedText {
    private static final int BEGINNING = 4_096;
    private static final int END = 8_192;
    private static final byte[] NOTHING = {};
    private static final int LINE = 2_000;

    /** So many bytes are held as they stood in the file. */
    private static final int QUOTED = 16 << 10;

    /** Texts that nobody looked at so far, quotes included; they stand before nothing else. */
    private byte[] quoted = NOTHING;

    private int quotedLength;
    private final StringBuilder beginning = new StringBuilder();
    private final StringBuilder end = new StringBuilder(0);

    public static BoundedText of(String text) {
        BoundedText bounded = new BoundedText();
        bounded.append(text);
        return bounded;
    }

    /** Adds what mostly nobody will ask for. */
    public void append(QuotedText text) {
        int length = quotedLength + text.length();
        if (text.length() == 0 || length > QUOTED || beginning.length() > 0) {
            append(text.text());
            return;
        }
        if (length > quoted.length) {
            quoted = Arrays.copyOf(quoted, Math.min(2 * length, QUOTED));
        }
        text.copy(quoted, quotedLength);
        quotedLength = length;
    }

    public void append(String text) {
        unquote();
        if (text.length() <= BEGINNING - beginning.length()) {
            beginning.append(text); // without a look at each character, as for a part of it
            return;
        }
        int first = Math.min(text.length(), BEGINNING - beginning.length());
        beginning.append(text, 0, first);
        end.append(text, Math.max(first, text.length() - END), text.length());
        if (end.length() > 2 * END) {
            end.delete(0, end.length() - END);
        }
    }

    /** Forgets what was kept, so that it can be used for another text. */
    public void clear() {
        quotedLength = 0;
        beginning.setLength(0);
        end.setLength(0);
    }

    /** The lines of what was kept, each bounded. */
    public List<String> lines() {
        unquote();
        List<String> lines = new ArrayList<>();
        (beginning.toString() + end)
                .lines()
                .map(line -> line.length() <= LINE ? line : line.substring(0, LINE))
                .forEach(lines::add);
        return lines;
    }

    public boolean isEmpty() {
        unquote();
        return beginning.length() == 0;
    }

    @Override
    public String toString() {
        unquote();
        return beginning.toString() + end;
    }

    private void unquote() {
        int length = quotedLength;
        byte[] texts = quoted;
        if (length > 0) {
            quotedLength = 0; // so that they are not unquoted again while they are added
            quoted = NOTHING;
            QuotedText.each(texts, length, this::append);
        }
    }
}
