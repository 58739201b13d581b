package dev.expertd.trace;

import java.util.Map;
import java.util.Set;

/**
 * What the first part of a trace tells of its shape.
 *
 * @param root the XML root element's local name; empty for no XML
 * @param keys JSON: keys of the top-level object, or of the first object in the top-level array
 * @param array JSON: the top level is an array
 * @param firstOf JSON: for a key whose value is an object, the keys of the first object inside it; for one whose value
 *     is an array, its first value's kind
 */
record Peek(String root, Set<String> keys, boolean array, Map<String, Set<String>> firstOf) {
    static final String EMPTY_OBJECT = "{}";
    static final String TEXT_IN_ARRAY = "[text]";
    static final String EMPTY_ARRAY = "[]";

    boolean isXml() {
        return !root.isEmpty();
    }

    boolean firstOfHas(String key, String inner) {
        return firstOf.getOrDefault(key, Set.of()).contains(inner);
    }
}
