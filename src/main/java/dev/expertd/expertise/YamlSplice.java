package dev.expertd.expertise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Adds and takes out entries of YAML lists.
 *
 * <p>How an entry stands tells how its list began, so that taking the only one out gives back what was there: deeper
 * than its key, {@code key: []}; as deep as its key, a bare {@code key:}; as the end of the file behind a blank line,
 * no such key. That is why a key at the end of the file is never opened in the first two ways.
 */
final class YamlSplice {
    private static final Pattern BARE = Pattern.compile(":\\s*(?:#.*)?");
    private static final Pattern EMPTY = Pattern.compile(": \\[](?:\\s*|\\s+#.*)");
    private static final int INDENT = 2;

    private final Lines lines;
    private final List<YamlList> lists;

    YamlSplice(Lines lines, List<YamlList> lists) {
        this.lines = lines;
        this.lists = lists;
    }

    /** True if lines of some kind can be added to the list. */
    boolean isOpen(YamlList list) {
        return list.takesLines()
                && (!list.isNull() || BARE.matcher(behindKey(list)).matches() && !isAtEnd(list));
    }

    byte[] added(YamlList list, Object entry) {
        int key = list.key().getStartMark().getLine();
        int column = list.key().getStartMark().getColumn();
        if (list.isNull()) {
            return lines.with(key, list.lines(entry, lines, column, style(list)));
        }
        if (list.isFlow()) {
            if (!list.entries().isEmpty() || !EMPTY.matcher(behindKey(list)).matches() || isAtEnd(list)) {
                return inBrackets(list, entry.toString());
            }
            byte[] opened =
                    lines.replaced(key, upToColon(list) + ":" + behindKey(list).substring(": []".length()));
            return new Lines(opened).with(key, list.lines(entry, lines, column + Math.max(1, indent()), style(list)));
        }
        int last = YamlTree.lastLine(list.entries().get(list.entries().size() - 1), lines);
        return lines.with(
                last, list.lines(entry, lines, list.value().getStartMark().getColumn(), style(list)));
    }

    /** The content with a new key at its end. */
    byte[] created(String name, String line) {
        List<String> added = new ArrayList<>(lines.count() == 0 ? List.of() : List.of(""));
        added.add(name + ":");
        added.add(" ".repeat(indent()) + "- " + YamlQuoting.quoted(line, usualStyle()));
        return lines.with(lines.count() - 1, added);
    }

    /** The content without an entry; empty if it shares a line with something else. */
    Optional<byte[]> without(YamlList list, int index) {
        List<Node> entries = list.entries();
        Node entry = entries.get(index);
        if (list.isFlow()) {
            return outOfBrackets(entries, index);
        }
        int first = entry.getStartMark().getLine();
        int last = YamlTree.lastLine(entry, lines);
        int key = list.key().getStartMark().getLine();
        if (first == key || !lines.text(first).stripLeading().startsWith("- ")) {
            return Optional.empty();
        }
        if (entries.size() > 1) {
            List<Node> others = new ArrayList<>(entries);
            others.remove(index);
            boolean gap = YamlList.areSpaced(others, lines) && lines.isBlank(first - 1);
            return Optional.of(lines.without(gap ? first - 1 : first, last));
        }
        if (first == key + 1 && last == lines.count() - 1 && (key == 0 || lines.isBlank(key - 1))) {
            return Optional.of(lines.without(Math.max(0, key - 1), last));
        }
        byte[] closed = lines.without(first, last);
        boolean deeper = list.value().getStartMark().getColumn()
                > list.key().getStartMark().getColumn();
        return Optional.of(
                deeper
                        ? new Lines(closed)
                                .replaced(
                                        key,
                                        upToColon(list) + ": []"
                                                + behindKey(list).substring(1))
                        : closed);
    }

    private byte[] inBrackets(YamlList list, String text) {
        List<Node> entries = list.entries();
        ScalarStyle style =
                style(list) == ScalarStyle.SINGLE_QUOTED ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED;
        String quoted = YamlQuoting.quoted(text, style);
        if (entries.isEmpty()) {
            Mark open = list.value().getStartMark();
            return changed(open.getLine(), open.getColumn() + 1, open.getColumn() + 1, quoted);
        }
        Mark end = entries.get(entries.size() - 1).getEndMark();
        return changed(end.getLine(), end.getColumn(), end.getColumn(), ", " + quoted);
    }

    private Optional<byte[]> outOfBrackets(List<Node> entries, int index) {
        Mark from = index > 0
                ? entries.get(index - 1).getEndMark()
                : entries.get(index).getStartMark();
        Mark to = index == 0 && entries.size() > 1
                ? entries.get(1).getStartMark()
                : entries.get(index).getEndMark();
        return from.getLine() == to.getLine()
                ? Optional.of(changed(from.getLine(), from.getColumn(), to.getColumn(), ""))
                : Optional.empty();
    }

    /** Columns count code points. */
    private byte[] changed(int line, int from, int to, String text) {
        String old = lines.text(line);
        int first = old.offsetByCodePoints(0, from);
        return lines.replaced(line, old.substring(0, first) + text + old.substring(old.offsetByCodePoints(0, to)));
    }

    private String upToColon(YamlList list) {
        String text = lines.text(list.key().getStartMark().getLine());
        return text.substring(0, colon(list, text));
    }

    /** From the colon on; empty if the key does not stand as keys do. */
    private String behindKey(YamlList list) {
        String text = lines.text(list.key().getStartMark().getLine());
        return text.substring(colon(list, text));
    }

    private static int colon(YamlList list, String text) {
        Mark end = list.key().getEndMark();
        int colon = end.getLine() == list.key().getStartMark().getLine()
                ? text.indexOf(':', text.offsetByCodePoints(0, end.getColumn()))
                : -1;
        return colon < 0 ? text.length() : colon;
    }

    private boolean isAtEnd(YamlList list) {
        for (int i = list.key().getStartMark().getLine() + 1; i < lines.count(); i++) {
            if (!lines.isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    /** How much deeper than their keys the entries of block lists stand in this file. */
    private int indent() {
        return lists.stream()
                .filter(list -> !list.isFlow() && !list.entries().isEmpty())
                .map(list -> list.value().getStartMark().getColumn()
                        - list.key().getStartMark().getColumn())
                .filter(depth -> depth >= 0)
                .findFirst()
                .orElse(INDENT);
    }

    private ScalarStyle style(YamlList list) {
        return lastStyle(list.entries()).orElseGet(this::usualStyle);
    }

    private ScalarStyle usualStyle() {
        List<YamlList> reversed = new ArrayList<>(lists);
        Collections.reverse(reversed);
        return reversed.stream()
                .flatMap(list -> lastStyle(list.entries()).stream())
                .findFirst()
                .orElse(ScalarStyle.DOUBLE_QUOTED);
    }

    private static Optional<ScalarStyle> lastStyle(List<Node> entries) {
        return entries.isEmpty() || !(entries.get(entries.size() - 1) instanceof ScalarNode last)
                ? Optional.empty()
                : Optional.of(last.getScalarStyle());
    }
}
