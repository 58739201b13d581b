package dev.expertd.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds definitions by indentation: a definition holds the lines that are indented further. Lines inside brackets or
 * long strings never end one; decorators belong to what follows them.
 */
final class IndentScan {
    private record Open(Definition.Kind kind, String name, String container, int first, int indent) {}

    private final SourceText source;
    private final boolean ruby;
    private final List<Definition> found = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int decorated = -1;
    private int lastCode;

    IndentScan(SourceText source, Language language) {
        this.source = source;
        ruby = language == Language.RUBY;
    }

    List<Definition> definitions() {
        LogicalLines lines = new LogicalLines(source, !ruby);
        while (lines.next()) {
            read(lines);
        }
        while (!open.isEmpty()) {
            close(open.pop());
        }
        return found;
    }

    private void read(LogicalLines lines) {
        String code = lines.head();
        if (!ruby || !code.equals("end")) {
            closeFrom(lines.indent());
        }
        lastCode = lines.last();
        if (code.startsWith("@") && !ruby) {
            decorated = decorated < 0 ? lines.first() : decorated;
            return;
        }
        String container = container();
        Definition.Kind kind = kind(code, container);
        String name = kind == null ? "" : name(code, kind);
        if (kind != null && !name.isEmpty()) {
            Open definition =
                    new Open(kind, name, container, decorated < 0 ? lines.first() : decorated, lines.indent());
            if (kind == Definition.Kind.FIELD) {
                close(definition);
            } else {
                open.push(definition);
            }
        } else if (ruby && code.equals("end")) {
            closeFrom(lines.indent());
        }
        decorated = -1;
    }

    private Definition.@org.jspecify.annotations.Nullable Kind kind(String code, String container) {
        if (code.startsWith("class ") || ruby && code.startsWith("module ")) {
            return Definition.Kind.TYPE;
        }
        if (code.startsWith("def ") || code.startsWith("async def ")) {
            return container.isEmpty() ? Definition.Kind.FUNCTION : Definition.Kind.METHOD;
        }
        boolean outside = open.isEmpty() || open.peek().kind() == Definition.Kind.TYPE;
        return outside && !ruby && assigns(code) ? Definition.Kind.FIELD : null;
    }

    private static boolean assigns(String code) {
        int end = wordEnd(code, 0);
        int sign = end;
        while (sign < code.length() && code.charAt(sign) == ' ') {
            sign++;
        }
        if (end == 0 || sign >= code.length()) {
            return false;
        }
        boolean equals = code.charAt(sign) == '=' && (sign + 1 >= code.length() || code.charAt(sign + 1) != '=');
        return equals
                || code.charAt(sign) == ':' && code.indexOf('=', sign) > 0 && !isBlockWord(code.substring(0, end));
    }

    private static boolean isBlockWord(String word) {
        return List.of("if", "else", "try", "while", "for", "with", "except", "finally", "elif", "lambda", "match")
                .contains(word);
    }

    private String name(String code, Definition.Kind kind) {
        int start = 0;
        if (kind != Definition.Kind.FIELD) {
            start = code.startsWith("async ") ? 6 : 0;
            start = code.indexOf(' ', start) + 1;
            while (start < code.length() && code.charAt(start) == ' ') {
                start++;
            }
            if (code.startsWith("self.", start)) {
                start += 5;
            }
        }
        int end = wordEnd(code, start);
        while (ruby && qualifies(code, end)) {
            start = code.charAt(end) == '.' ? end + 1 : end + 2;
            end = wordEnd(code, start);
        }
        boolean marked = ruby
                && end > start
                && end < code.length()
                && ("?!".indexOf(code.charAt(end)) >= 0 || code.startsWith("=(", end));
        return code.substring(start, marked ? end + 1 : end);
    }

    /** What stands before a dot or two colons only says whose the name is. */
    private static boolean qualifies(String code, int at) {
        return code.startsWith("::", at)
                || at + 1 < code.length()
                        && code.charAt(at) == '.'
                        && Character.isJavaIdentifierStart(code.charAt(at + 1));
    }

    private static int wordEnd(String code, int from) {
        int end = from;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end;
    }

    private String container() {
        for (Open around : open) {
            if (around.kind() == Definition.Kind.TYPE) {
                return around.name();
            }
        }
        return "";
    }

    private void closeFrom(int indent) {
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            close(open.pop());
        }
    }

    private void close(Open definition) {
        found.add(new Definition(
                definition.kind(),
                definition.name(),
                definition.container(),
                definition.first(),
                Math.max(definition.first(), lastCode)));
    }
}
