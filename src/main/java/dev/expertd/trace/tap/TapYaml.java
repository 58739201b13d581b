package dev.expertd.trace.tap;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The block of diagnostics below a point, from its {@code ---} on. Of YAML it knows what reporters write there: keys with
 * a value behind them, texts of several lines, quoted or not, and one level of keys inside a key.
 */
final class TapYaml {
    private static final Pattern KEY = Pattern.compile("([A-Za-z_][\\w.-]{0,60}):(?:\\s+(.*))?");
    private static final Pattern BLOCK = Pattern.compile("[|>][+-]?\\d?[+-]?");
    private static final int FIELDS = 60;
    private static final int TEXT = 16_384;

    private final int indent;
    private final Map<String, StringBuilder> fields = new HashMap<>();
    private final StringBuilder raw = new StringBuilder();
    private StringBuilder block = new StringBuilder();
    private boolean inBlock;
    private int blockIndent;
    private int keyIndent = -1;
    private String parent = "";
    private boolean ended;
    private @Nullable StringBuilder quoted;

    TapYaml(int indent) {
        this.indent = indent;
    }

    /** Returns false for a line behind the block, which may lack its end. */
    boolean takes(String line) {
        String text = line.strip();
        int depth = TapLine.indent(line);
        StringBuilder open = quoted;
        if (open != null && !text.equals("...") && !TapLine.POINT.matcher(line).matches()) {
            append(raw, line);
            quote(open, line);
            return true;
        }
        quoted = null;
        if (ended || !text.isEmpty() && depth < indent) {
            ended = true;
            return false;
        }
        if (text.equals("...") && depth == indent) {
            ended = true;
            return true;
        }
        append(raw, line.substring(Math.min(indent, depth)));
        if (inBlock && (text.isEmpty() || depth > keyIndent)) {
            blockIndent = blockIndent < 0 && !text.isEmpty() ? depth : blockIndent;
            append(block, line.substring(Math.min(Math.max(0, blockIndent), depth)));
            return true;
        }
        inBlock = false;
        Matcher key = KEY.matcher(text);
        if (key.matches()) {
            keyIndent = keyIndent < 0 ? depth : keyIndent;
            field(key.group(1), key.group(2) == null ? "" : key.group(2).strip(), depth == keyIndent);
        }
        return true;
    }

    private void field(String key, String value, boolean top) {
        parent = top ? key : parent;
        String path = top ? key : parent + "." + key;
        if (fields.size() >= FIELDS || fields.containsKey(path)) {
            return;
        }
        StringBuilder text = new StringBuilder();
        fields.put(path, text);
        if (top && BLOCK.matcher(value).matches()) {
            block = text;
            inBlock = true;
            blockIndent = -1;
        } else if (value.startsWith("\"") && !closes(value.substring(1))) {
            quoted = text;
            append(text, value.substring(1));
        } else {
            append(text, unquoted(value));
        }
    }

    /** Vitest breaks a quoted text into lines as they come, without regard for the indentation. */
    private void quote(StringBuilder text, String line) {
        boolean last = closes(line.stripTrailing());
        append(text, line);
        if (last) {
            String whole = text.toString().stripTrailing();
            text.setLength(0);
            text.append(unquoted("\"" + (whole.endsWith("\"") ? whole : whole + "\"")));
            quoted = null;
        }
    }

    private static boolean closes(String text) {
        return text.endsWith("\"") && !text.endsWith("\\\"");
    }

    /** The text of a key, of one inside another by {@code outer.inner}; empty if there is none. */
    String get(String key) {
        StringBuilder text = fields.get(key);
        return text == null ? "" : text.toString().strip();
    }

    /** The block as it stands there. */
    String raw() {
        return raw.toString().stripTrailing();
    }

    private static void append(StringBuilder text, String line) {
        if (text.length() < TEXT) {
            text.append(text.length() == 0 ? "" : "\n").append(line);
        }
    }

    private static String unquoted(String value) {
        if (value.length() >= 2 && value.startsWith("'") && value.endsWith("'")) {
            return value.substring(1, value.length() - 1).replace("''", "'");
        }
        if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
            return value.substring(1, value.length() - 1)
                    .replace("\\n", "\n")
                    .replace("\\\"", "\"")
                    .replace("\\\\", "\\");
        }
        return value;
    }
}
