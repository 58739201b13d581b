package dev.expertd.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The keys of YAML by indentation and of TOML by tables, with the path of keys that holds each. */
final class KeyScan {
    private static final int LONGEST_PATH = 200;

    private record Open(String name, String container, int first, int indent) {
        String path() {
            String path = container.isEmpty() ? name : container + "." + name;
            return path.length() > LONGEST_PATH ? path.substring(path.length() - LONGEST_PATH) : path;
        }
    }

    private final List<Definition> found = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int lastCode;

    static List<Definition> yaml(SourceText source) {
        KeyScan scan = new KeyScan();
        int number = 0;
        for (String line : source.uncommented().split("\n", -1)) {
            scan.yamlLine(line, number++);
        }
        return scan.finish();
    }

    static List<Definition> toml(SourceText source) {
        KeyScan scan = new KeyScan();
        int number = 0;
        for (String line : source.bare().split("\n", -1)) {
            scan.tomlLine(line.strip(), number++);
        }
        return scan.finish();
    }

    private void yamlLine(String line, int number) {
        String code = line.strip();
        if (code.isEmpty()) {
            return;
        }
        int indent = line.indexOf(code.charAt(0));
        while (code.startsWith("- ")) {
            String item = code.substring(2).stripLeading();
            indent += code.length() - item.length();
            code = item;
        }
        int colon = code.endsWith(":") ? code.length() - 1 : code.indexOf(": ");
        String key = colon > 0 ? unquoted(code.substring(0, colon)) : "";
        closeFrom(indent);
        lastCode = number;
        if (isKey(key)) {
            open.push(new Open(key, open.isEmpty() ? "" : open.peek().path(), number, indent));
        }
    }

    private void tomlLine(String code, int number) {
        if (code.isEmpty()) {
            return;
        }
        boolean table = code.startsWith("[") && code.endsWith("]");
        int equals = code.indexOf('=');
        if (table) {
            closeFrom(0);
            String name = code.replace("[", "").replace("]", "").strip();
            if (isKey(name)) {
                open.push(new Open(name, "", number, 0));
            }
        } else if (equals > 0 && isKey(unquoted(code.substring(0, equals)))) {
            closeFrom(1);
            String key = unquoted(code.substring(0, equals));
            open.push(new Open(key, open.isEmpty() ? "" : open.peek().path(), number, 1));
        }
        lastCode = number;
    }

    private static String unquoted(String key) {
        String bare = key.strip();
        boolean quoted = bare.length() > 2 && (bare.charAt(0) == '"' || bare.charAt(0) == '\'');
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    static boolean isKey(String key) {
        if (key.isEmpty() || key.length() > 80) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!Character.isLetterOrDigit(c) && "_-./@$".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private void closeFrom(int indent) {
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            close(open.pop());
        }
    }

    private void close(Open key) {
        found.add(new Definition(
                Definition.Kind.KEY, key.name(), key.container(), key.first(), Math.max(key.first(), lastCode)));
    }

    private List<Definition> finish() {
        closeFrom(0);
        return found;
    }
}
