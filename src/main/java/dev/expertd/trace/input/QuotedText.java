package dev.expertd.trace.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The text of one field of the line at hand, as it stands in the file: mostly nobody wants to read it in the end. It is
 * good until the next line is read.
 */
public final class QuotedText {
    private static final byte[] NOTHING = {};

    private final PlainText plain = new PlainText();
    private byte[] bytes = NOTHING;
    private int from;
    private int length;

    /** Null until it is asked for. */
    private @Nullable String text = "";

    /** A new line begins, which may not have the field. */
    public void forget() {
        bytes = NOTHING;
        length = 0;
        text = "";
    }

    /** Reads the value at hand; what is no text is as good as absent. */
    public void read(JsonParser json) throws IOException {
        forget();
        if (json instanceof LineParser line && line.isAtText()) {
            int begin = line.place() - 1;
            line.pass();
            set(line.bytes(), begin, line.place());
        } else if (json.currentToken() == JsonToken.VALUE_STRING) {
            text = json.getText();
        }
    }

    /** It stands there, quotes included. */
    void set(byte[] line, int begin, int end) {
        bytes = line;
        from = begin;
        length = end - begin;
        text = null;
    }

    int from() {
        return from;
    }

    int to() {
        return from + length;
    }

    /** What it stands in. */
    byte[] bytes() {
        return bytes;
    }

    public boolean isEmpty() {
        return text == null ? length == "\"\"".length() : text.isEmpty();
    }

    /** The length of what stands in the file, quotes included; 0 if that is not at hand. */
    public int length() {
        return length;
    }

    /** Copies what stands in the file. */
    public void copy(byte[] into, int at) {
        System.arraycopy(bytes, from, into, at, length);
    }

    public String text() {
        if (text == null) {
            text = plain.decoded(bytes, from, length);
        }
        return text;
    }

    /** Gives the texts that stand there one behind the other, quotes included. */
    public static void each(byte[] quoted, int length, Consumer<String> taking) {
        PlainText plain = new PlainText();
        int at = 0;
        while (at < length) {
            int end = at + 1;
            while (quoted[end] != '"') {
                end += quoted[end] == '\\' ? 2 : 1;
            }
            taking.accept(plain.decoded(quoted, at, end + 1 - at));
            at = end + 1;
        }
    }
}
