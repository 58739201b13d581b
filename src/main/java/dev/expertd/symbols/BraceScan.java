package dev.expertd.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds definitions by the nesting of braces. A header is the text since the last semicolon or brace; every character
 * belongs to few headers, so the pass stays linear.
 */
final class BraceScan {
    /** So often may a header go on behind braces that belong to it, such as those of a pattern in a parameter list. */
    private static final int RESUMED = 8;

    private record Block(Opening opening, int header, int line, int brackets, int resumed) {}

    private final String code;
    private final Language language;
    private final Headers headers;
    private final List<Definition> found = new ArrayList<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Deque<String> types = new ArrayDeque<>();
    private boolean balanced = true;
    private int line;
    private int brackets;
    private int start;
    private int startLine = -1;
    private int resumed;

    BraceScan(String code, Language language) {
        this.code = code;
        this.language = language;
        headers = Headers.of(language);
    }

    List<Definition> definitions() {
        boolean commas = language.isScript();
        boolean lines = language == Language.GO || language == Language.KOTLIN || language == Language.SHELL;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            switch (c) {
                case '\n' -> {
                    if (lines && brackets == 0 && !braceFollows(i)) {
                        endLine(i);
                    }
                    line++;
                }
                case '(' -> brackets++;
                case ')' -> brackets = Math.max(0, brackets - 1);
                case '{' -> open(i);
                case '}' -> close(i);
                case ';' -> statement(i);
                case ',' -> {
                    if (commas && brackets == 0 && !isBetweenTypes()) {
                        begin(i + 1);
                    }
                }
                default -> {}
            }
            if (startLine < 0 && c > ' ' && i >= start) {
                startLine = line;
            }
        }
        balanced &= blocks.isEmpty();
        while (!blocks.isEmpty()) {
            define(blocks.pop(), line);
        }
        return found;
    }

    /** Whether every brace had its partner. */
    boolean isBalanced() {
        return balanced;
    }

    private void open(int at) {
        Opening opening = headers.opened(Header.read(code, start, at), around());
        blocks.push(new Block(opening, start, startLine < 0 ? line : startLine, brackets, resumed));
        if (opening.kind() == Opening.Kind.TYPE) {
            types.push(opening.name());
        } else if (opening.kind() == Opening.Kind.ANONYMOUS
                && !opening.container().isEmpty()) {
            types.push(opening.container());
        }
        brackets = 0;
        begin(at + 1);
    }

    private void close(int at) {
        if (blocks.isEmpty()) {
            balanced = false;
            begin(at + 1);
            return;
        }
        Block block = blocks.pop();
        Opening.Kind kind = block.opening().kind();
        if (kind == Opening.Kind.TYPE
                || kind == Opening.Kind.ANONYMOUS
                        && !block.opening().container().isEmpty()) {
            types.pop();
        }
        brackets = block.brackets();
        define(block, line);
        begin(at + 1);
        boolean goesOn = kind == Opening.Kind.VALUE || kind == Opening.Kind.FIELD && block.header() < at;
        if (goesOn && block.resumed() < RESUMED) {
            start = block.header();
            startLine = block.line();
            resumed = block.resumed() + 1;
        }
    }

    /** In Kotlin a function may be one expression, which ends with its line. */
    private void endLine(int at) {
        if (language == Language.KOTLIN) {
            statement(at);
        } else {
            begin(at + 1);
        }
    }

    private void statement(int at) {
        if (brackets > 0) {
            return;
        }
        if (resumed == 0 && (around().kind() == Opening.Kind.TYPE || blocks.isEmpty())) {
            Opening stated = headers.stated(Header.read(code, start, at), around());
            define(new Block(stated, start, Math.max(0, startLine), 0, 0), line);
        }
        begin(at + 1);
    }

    private void define(Block block, int last) {
        Opening opening = block.opening();
        if (opening.name().isEmpty()) {
            return;
        }
        String container = opening.container().isEmpty() ? types.isEmpty() ? "" : types.peek() : opening.container();
        Definition.Kind kind = switch (opening.kind()) {
            case TYPE -> Definition.Kind.TYPE;
            case FIELD -> Definition.Kind.FIELD;
            default -> container.isEmpty() ? Definition.Kind.FUNCTION : Definition.Kind.METHOD;
        };
        found.add(new Definition(kind, opening.name(), container, Math.min(block.line(), last), last));
    }

    private Headers.Around around() {
        Opening.Kind kind =
                blocks.isEmpty() ? Opening.Kind.BLOCK : blocks.peek().opening().kind();
        return new Headers.Around(kind, types.isEmpty() ? "" : types.peek(), blocks.isEmpty());
    }

    private void begin(int at) {
        start = at;
        startLine = -1;
        resumed = 0;
    }

    /** Outside of functions, TypeScript has its commas between types, elsewhere between values. */
    private boolean isBetweenTypes() {
        return language == Language.TYPESCRIPT && (blocks.isEmpty() || around().kind() == Opening.Kind.TYPE);
    }

    private boolean braceFollows(int at) {
        for (int i = at + 1; i < Math.min(code.length(), at + 80); i++) {
            if (!Character.isWhitespace(code.charAt(i))) {
                return code.charAt(i) == '{';
            }
        }
        return false;
    }
}
