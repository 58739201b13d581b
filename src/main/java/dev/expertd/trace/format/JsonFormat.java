package dev.expertd.trace.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.expertd.trace.input.Json;
import dev.expertd.trace.input.TraceFile;
import java.io.CharConversionException;
import java.io.IOException;

/**
 * A format that is one JSON document, read as a stream: no tree is built, and text that is not asked for is passed over.
 * A trace that breaks is read once more as decoded text, one with an immense text without any text.
 */
public abstract class JsonFormat implements Format {
    /** Reads the document. What was added before an exception counts. */
    protected abstract void read(JsonParser json, Collected into) throws IOException;

    @Override
    public final Collected read(TraceFile file) throws IOException {
        Collected strict = new Collected(true);
        try (JsonParser json = Json.strict(file)) {
            read(json, strict);
            return strict;
        } catch (JsonEOFException e) {
            return strict.incomplete(cutOff(e));
        } catch (StreamConstraintsException e) {
            return again(file, strict, false);
        } catch (JsonProcessingException | CharConversionException e) {
            return again(file, strict, true);
        }
    }

    private Collected again(TraceFile file, Collected before, boolean withText) throws IOException {
        Collected lenient = new Collected(withText);
        try (JsonParser json = Json.lenient(file)) {
            read(json, lenient);
            return lenient;
        } catch (JsonEOFException e) {
            return lenient.incomplete(cutOff(e));
        } catch (JsonProcessingException e) {
            Collected more = lenient.size() < before.size() ? before : lenient;
            return more.incomplete("the document is broken" + line(e));
        }
    }

    private static String cutOff(JsonProcessingException e) {
        return "the document is cut off" + line(e);
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
    }
}
