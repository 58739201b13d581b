package dev.expertd.symbols;

import java.util.List;
import java.util.Optional;

/** Where braces do not match: looks upwards over decreasing indentation for the head of a function. */
final class CutFile {
    private static final int FARTHEST = 250;
    private static final int LONGEST_HEAD = 8;

    /** So many empty lines nobody writes: text is missing there. */
    private static final int GAP = 6;

    private final String[] lines;
    private final List<Definition> definitions;

    CutFile(String code, List<Definition> definitions) {
        lines = code.split("\n", -1);
        this.definitions = definitions;
    }

    Optional<Definition> at(int line) {
        if (line >= lines.length || lines[line].isBlank()) {
            return Optional.empty();
        }
        int indent = indent(lines[line]) + 1;
        int empty = 0;
        for (int i = line; i >= Math.max(0, line - FARTHEST) && empty < GAP; i--) {
            empty = lines[i].isBlank() ? empty + 1 : 0;
            if (empty == 0 && hasWord(lines[i]) && indent(lines[i]) < indent) {
                indent = indent(lines[i]);
                Optional<Definition> head = headAt(i);
                if (head.isPresent()) {
                    return head;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Definition> headAt(int line) {
        return definitions.stream()
                .filter(definition -> definition.kind().isCallable()
                        && definition.first() <= line
                        && line <= Math.min(definition.last(), definition.first() + LONGEST_HEAD)
                        && lines[line].contains(definition.name()))
                .reduce((outer, inner) -> inner);
    }

    /** A lone brace says nothing about what it opens. */
    private static boolean hasWord(String line) {
        return line.chars().anyMatch(Character::isLetter);
    }

    private static int indent(String line) {
        int i = 0;
        while (i < line.length() && Character.isWhitespace(line.charAt(i))) {
            i++;
        }
        return i;
    }
}
