package dev.expertd.trace.format;

import dev.expertd.trace.input.TraceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What the first {@link TraceFile#PEEK_BYTES} bytes of a trace tell of its shape.
 *
 * @param root the XML root element's local name; empty for no XML
 * @param namespace of that element; empty for none
 * @param document the JSON document that begins there; {@link JsonOutline#NONE} for none
 * @param lines those of the first lines that are JSON objects, for formats of one object a line
 * @param head the same bytes as text, for formats that are neither
 */
public record Peek(String root, String namespace, JsonOutline document, List<JsonOutline> lines, String head) {
    private static final int LINES = 100;

    public Peek {
        lines = List.copyOf(lines);
    }

    public static Peek xml(String root, String namespace) {
        return new Peek(root, namespace, JsonOutline.NONE, List.of(), "");
    }

    /** Of a file that is no XML. */
    public static Peek text(String head) {
        List<JsonOutline> lines = new ArrayList<>();
        head.lines()
                .filter(line -> line.startsWith("{") && line.stripTrailing().endsWith("}"))
                .limit(LINES)
                .map(JsonOutline::of)
                .filter(JsonOutline::isObject)
                .forEach(lines::add);
        return new Peek("", "", JsonOutline.of(head), lines, head);
    }
}
