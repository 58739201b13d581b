package dev.expertd.trace.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The text of one field, line after line. Mostly it is the same as in the line before, and then the bytes alone are looked
 * at; what is not asked for is never made a text.
 */
public final class RecentText {
    private static final int HELD = 1_024;

    /** What stood in the file, quotes included. */
    private final byte[] quoted = new byte[HELD];

    private final PlainText plain = new PlainText();

    /** 0 if what stood there is not held. */
    private int length;

    private boolean present;

    /** Null until it is asked for. */
    private @Nullable String text = "";

    /** A new line begins, which may not have the field. */
    public void forget() {
        present = false;
    }

    /** Reads the value at hand; what is no text is as good as absent. */
    public void read(JsonParser json) throws IOException {
        if (json instanceof LineParser line && line.isAtText()) {
            present = true;
            if (length == 0 || !line.isPast(quoted, length)) {
                read(line);
            }
        } else {
            text = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
            length = 0;
            present = !text.isEmpty();
        }
    }

    private void read(LineParser line) throws IOException {
        int from = line.place() - 1;
        line.pass();
        hold(line.bytes(), from, line.place() - from);
    }

    /** Holds a text beyond its line. */
    public void hold(QuotedText other) {
        present = true;
        if (other.length() == 0) {
            text = other.text();
            length = 0;
        } else {
            hold(other.bytes(), other.from(), other.length());
        }
    }

    private void hold(byte[] bytes, int from, int count) {
        if (count <= HELD) {
            System.arraycopy(bytes, from, quoted, 0, count);
            text = null;
            length = count;
        } else {
            text = plain.decoded(bytes, from, count);
            length = 0;
        }
    }

    /** The text of the line at hand; empty if it has none. */
    public String text() {
        if (!present) {
            return "";
        }
        if (text == null) {
            text = plain.decoded(quoted, 0, length);
        }
        return text;
    }
}
