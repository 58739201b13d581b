package dev.expertd.trace.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.input.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The upper levels of a JSON document, or of as much of it as there is: which keys stand where, and short texts. A path
 * is written key by key, with {@link #EACH} for the elements of an array and {@link #ANY} for whatever key.
 */
public final class JsonOutline {
    /** The elements of an array, of which the first few are looked at. */
    public static final String EACH = "[]";

    /** Any key; in a question only. */
    public static final String ANY = "*";

    public static final JsonOutline NONE = new JsonOutline();

    private static final int DEPTH = 5;
    private static final int NODES = 2_000;
    private static final int ELEMENTS = 40;
    private static final int TEXTS = 40;
    private static final int TEXT = 200;

    private enum Kind {
        OBJECT,
        ARRAY,
        TEXT,
        OTHER
    }

    private static final class Node {
        private final Set<Kind> kinds = new TreeSet<>();
        private final List<String> texts = new ArrayList<>();
        private final Map<String, Node> inside = new LinkedHashMap<>();
    }

    private final Node root = new Node();
    private int nodes;

    private JsonOutline() {}

    /** The outline of the document that the text begins with; of what is cut off or broken, what stands before. */
    static JsonOutline of(String text) {
        JsonOutline outline = new JsonOutline();
        try (JsonParser json = Json.text(text)) {
            if (json.nextToken() != null) {
                outline.look(json, outline.root, 0);
            }
        } catch (IOException e) {
            return outline; // what was seen decides
        }
        return outline;
    }

    public boolean isObject() {
        return root.kinds.contains(Kind.OBJECT);
    }

    public boolean isArray() {
        return root.kinds.contains(Kind.ARRAY);
    }

    /** True if something stands at that path. */
    public boolean has(String... path) {
        return at(path).findAny().isPresent();
    }

    /** True if a list stands at that path. */
    public boolean hasArray(String... path) {
        return at(path).anyMatch(node -> node.kinds.contains(Kind.ARRAY));
    }

    /** True if an object stands at that path. */
    public boolean hasObject(String... path) {
        return at(path).anyMatch(node -> node.kinds.contains(Kind.OBJECT));
    }

    /** True if an object or a list with nothing in it stands at that path. */
    public boolean isEmptyAt(String... path) {
        return at(path).anyMatch(node ->
                node.inside.isEmpty() && (node.kinds.contains(Kind.OBJECT) || node.kinds.contains(Kind.ARRAY)));
    }

    /** The texts at that path, the first {@value #TEXT} characters of each of the first {@value #TEXTS}. */
    public List<String> texts(String... path) {
        return at(path).flatMap(node -> node.texts.stream()).toList();
    }

    /** The first text at that path; empty if there is none. */
    public String text(String... path) {
        return at(path).flatMap(node -> node.texts.stream()).findFirst().orElse("");
    }

    /** The keys of the object at that path. */
    public Set<String> keys(String... path) {
        Set<String> keys = new TreeSet<>();
        at(path).forEach(node -> keys.addAll(node.inside.keySet()));
        keys.remove(EACH);
        return keys;
    }

    private Stream<Node> at(String... path) {
        Stream<Node> found = root.kinds.isEmpty() ? Stream.empty() : Stream.of(root);
        for (String step : path) {
            found = found.flatMap(node ->
                    step.equals(ANY) ? node.inside.values().stream() : Stream.ofNullable(node.inside.get(step)));
        }
        return found;
    }

    private void look(JsonParser json, Node node, int depth) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            node.kinds.add(Kind.OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                inside(json, node, key, depth);
            }
        } else if (token == JsonToken.START_ARRAY) {
            node.kinds.add(Kind.ARRAY);
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                if (i < ELEMENTS) {
                    inside(json, node, EACH, depth);
                } else {
                    json.skipChildren();
                }
            }
        } else if (token == JsonToken.VALUE_STRING) {
            node.kinds.add(Kind.TEXT);
            if (node.texts.size() < TEXTS) {
                String text = json.getText();
                node.texts.add(text.substring(0, Math.min(text.length(), TEXT)));
            }
        } else {
            node.kinds.add(Kind.OTHER);
        }
    }

    /** A node is entered before it is filled, so that it is known even if the document is cut off inside. */
    private void inside(JsonParser json, Node parent, String key, int depth) throws IOException {
        Node known = parent.inside.get(key);
        if (known == null && nodes >= NODES || depth >= DEPTH) {
            json.skipChildren();
            return;
        }
        if (known == null) {
            nodes++;
            known = new Node();
            parent.inside.put(key, known);
        }
        look(json, known, depth + 1);
    }
}
