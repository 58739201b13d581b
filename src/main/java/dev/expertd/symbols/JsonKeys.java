package dev.expertd.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The keys of JSON, with the path of keys that holds each; half a document has half its keys. */
final class JsonKeys {
    private static final int LONGEST_PATH = 200;

    private record Level(String path, String key, int line) {}

    private final SourceText source;
    private final List<Definition> found = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private String text = "";
    private String key = "";
    private int keyLine;
    private int line;

    JsonKeys(SourceText source) {
        this.source = source;
    }

    List<Definition> definitions() {
        String bare = source.bare();
        int opened = -1;
        for (int i = 0; i < bare.length(); i++) {
            switch (bare.charAt(i)) {
                case '\n' -> line++;
                case '"' -> {
                    if (opened < 0) {
                        opened = i;
                    } else {
                        text = source.text().substring(opened + 1, i);
                        opened = -1;
                    }
                }
                case ':' -> {
                    key = KeyScan.isKey(text) ? text : "";
                    keyLine = line;
                }
                case '{', '[' -> {
                    levels.push(new Level(path(), key, keyLine));
                    key = "";
                }
                case '}', ']' -> leave();
                case ',' -> end();
                default -> {}
            }
        }
        while (!levels.isEmpty()) {
            leave();
        }
        return found;
    }

    private void leave() {
        end();
        if (!levels.isEmpty()) {
            Level level = levels.pop();
            key = level.key();
            keyLine = level.line();
            end();
        }
    }

    private void end() {
        if (!key.isEmpty()) {
            String container = levels.isEmpty() ? "" : levels.peek().path();
            found.add(new Definition(Definition.Kind.KEY, key, container, keyLine, Math.max(keyLine, line)));
            key = "";
        }
    }

    private String path() {
        String around = levels.isEmpty() ? "" : levels.peek().path();
        String path = key.isEmpty() ? around : around.isEmpty() ? key : around + "." + key;
        return path.length() > LONGEST_PATH ? path.substring(path.length() - LONGEST_PATH) : path;
    }
}
