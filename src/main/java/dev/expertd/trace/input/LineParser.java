package dev.expertd.trace.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A parser over plain JSON of UTF-8, one line after the other: making one for each line took longer than what it reads.
 * It is told where a line begins and finds out where it ends; an object that goes on in the next line is broken. Whoever
 * gets an exception from it needs a new one.
 */
public final class LineParser extends UTF8StreamJsonParser {
    private static final int FIRST_ROW = 1;

    private final PlainText plain = new PlainText();
    private int start;

    private LineParser(IOContext context, int features, ByteQuadsCanonicalizer names) {
        super(context, features, InputStream.nullInputStream(), null, names, new byte[0], 0, 0, 0, false);
    }

    /** Begins with a line that may reach to there. */
    public void begin(byte[] bytes, int from, int to) {
        start = from;
        _inputBuffer = bytes;
        _inputPtr = from;
        _inputEnd = to;
        _currInputRow = FIRST_ROW;
        _currToken = null;
    }

    /** The place where the line begins. */
    int start() {
        return start;
    }

    /** The place behind what was read. */
    public int place() {
        return _inputPtr;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (_currInputRow != FIRST_ROW) {
            _reportError("the line ended");
        }
        return token;
    }

    @Override
    public String getText() throws IOException {
        if (isAtText()) {
            int end = plain.read(_inputBuffer, _inputPtr, _inputEnd);
            if (end >= 0) {
                _inputPtr = end;
                _tokenIncomplete = false;
                _textBuffer.resetWithString(plain.text());
                return plain.text();
            }
        }
        return super.getText();
    }

    /** True if it stands before a text of which nothing was read. */
    boolean isAtText() {
        return _currToken == JsonToken.VALUE_STRING && _tokenIncomplete;
    }

    /** Passes over the text at hand, which can then no longer be asked for, if these bytes stand there, quotes included. */
    boolean isPast(byte[] quoted, int length) {
        int from = _inputPtr - 1;
        int to = from + length;
        if (to > _inputEnd || !Arrays.equals(_inputBuffer, from, to, quoted, 0, length)) {
            return false;
        }
        _inputPtr = to;
        _tokenIncomplete = false;
        return true;
    }

    /** Passes over the text at hand, which can then no longer be asked for. */
    void pass() throws IOException {
        _tokenIncomplete = false;
        _skipString();
    }

    /** What it reads from. */
    byte[] bytes() {
        return _inputBuffer;
    }

    /** Makes parsers that know the same names. */
    static final class Factory extends JsonFactory {
        private static final long serialVersionUID = 1;

        Factory(StreamReadConstraints bounds) {
            super(new JsonFactoryBuilder().streamReadConstraints(bounds));
        }

        LineParser create() throws IOException {
            return (LineParser) createParser(new byte[0]);
        }

        @Override
        protected JsonParser _createParser(byte[] bytes, int from, int length, IOContext context) {
            return new LineParser(
                    context, _parserFeatures, _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures));
        }
    }
}
