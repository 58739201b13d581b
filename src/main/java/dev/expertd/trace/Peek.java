package dev.expertd.trace;

import java.util.Map;
import java.util.Set;

/**
 * What the first part of a trace tells of its shape.
 *
 * @param root the XML root element's local name; empty for no XML
 * @param keys JSON: keys of the top-level object, or of the first object in the top-level array
 * @param array JSON: the top level is an array
 * @param inside JSON: for a key whose value is an object, the keys of the first object inside it; for one whose value is
 *     an array, what stands in it; {@link #EMPTY} in either case if nothing does
 */
record Peek(String root, Set<String> keys, boolean array, Map<String, Set<String>> inside) {
    static final String EMPTY = "[]";
    static final String TEXT = "[text]";
    /** A text that is a log line of the original harness: a heading or a verdict. */
    static final String LOG_LINE = "[log line]";

    static Peek xml(String root) {
        return new Peek(root, Set.of(), false, Map.of());
    }

    boolean has(String key, String inner) {
        return inside.getOrDefault(key, Set.of()).contains(inner);
    }
}
