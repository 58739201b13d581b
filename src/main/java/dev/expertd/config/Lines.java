package dev.expertd.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The lines of a text, each with its own line end, for splicing at the marks of a YAML parser. */
final class Lines {
    private static final Pattern AFTER_LINE_END = Pattern.compile("(?<=\n)");

    private final List<String> lines = new ArrayList<>();
    private final String start; // a byte order mark, which the parser's columns do not count
    private final String end;

    Lines(String text) {
        start = text.startsWith("\uFEFF") ? "\uFEFF" : "";
        if (text.length() > start.length()) {
            lines.addAll(List.of(AFTER_LINE_END.split(text.substring(start.length()))));
        }
        end = text.contains("\r\n") ? "\r\n" : "\n";
    }

    String text() {
        return start + String.join("", lines);
    }

    void append(String line) {
        insert(lines.size() - 1, line);
    }

    /** Puts a line behind the one with that number, from 0. */
    void insert(int after, String line) {
        int at = Math.min(after, lines.size() - 1);
        if (at >= 0 && !lines.get(at).endsWith("\n")) {
            lines.set(at, lines.get(at) + end);
        }
        lines.add(at + 1, line + end);
    }

    void delete(int first, int last) {
        lines.subList(first, Math.max(first + 1, Math.min(last + 1, lines.size())))
                .clear();
    }

    void cut(Node node, String instead) {
        cut(node.getStartMark(), node.getEndMark(), instead);
    }

    /** Replaces what stands between two marks. */
    void cut(Mark from, Mark to, String instead) {
        String first = lines.get(from.getLine());
        String last = lines.get(to.getLine());
        String head = first.substring(0, first.offsetByCodePoints(0, from.getColumn()));
        String tail = last.substring(last.offsetByCodePoints(0, to.getColumn()));
        delete(from.getLine(), to.getLine());
        lines.add(from.getLine(), head + instead + tail);
    }

    /** Replaces the key at the start of a line, the comment behind it kept. */
    void replaceKey(String key, String instead) {
        lines.replaceAll(line -> line.startsWith(key + ":") ? instead + line.substring(key.length() + 1) : line);
    }
}
