package dev.expertd.draft.delta.change;

import dev.expertd.symbols.Language;
import dev.expertd.symbols.LogicalLines;
import dev.expertd.symbols.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Statements of Python and Ruby: one logical line each; what follows a colon on the same line is one of its own. */
final class IndentStatements {
    private static final Set<String> OPENERS = Set.of(
            "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class", "async", "match",
            "case");

    private final SourceText source;
    private final boolean python;
    private final List<Statement> found = new ArrayList<>();
    private final Deque<Integer> indents = new ArrayDeque<>();

    IndentStatements(SourceText source, Language language) {
        this.source = source;
        python = language == Language.PYTHON;
    }

    List<Statement> read() {
        LogicalLines lines = new LogicalLines(source, python);
        while (lines.next()) {
            int level = level(lines.indent());
            int colon =
                    python && OPENERS.contains(firstWord(lines.head())) ? blockColon(lines.start(), lines.end()) : -1;
            if (colon < 0) {
                add(lines.start(), lines.end(), lines, level, opensInRuby(lines.head()));
                continue;
            }
            add(lines.start(), colon, lines, level, true);
            int body = colon + 1;
            while (body < lines.end() && Character.isWhitespace(source.bare().charAt(body))) {
                body++;
            }
            if (body < lines.end()) {
                add(body, lines.end(), lines, level + 1, false);
            }
        }
        return found;
    }

    /** How many blocks a line stands in, whatever they are indented by. */
    private int level(int indent) {
        while (!indents.isEmpty() && indents.peek() > indent) {
            indents.pop();
        }
        if (indents.isEmpty() || indents.peek() < indent) {
            indents.push(indent);
        }
        return indents.size() - 1;
    }

    private void add(int from, int to, LogicalLines lines, int depth, boolean opens) {
        String text = Spacing.oneLine(source.uncommented(), source.bare(), from, to);
        if (!isDocumentation(from, to) && !Statements.isEmpty(text) && !text.equals("pass")) {
            found.add(new Statement(text, lines.first(), lines.last(), depth, opens));
        }
    }

    private boolean opensInRuby(String head) {
        return !python
                && Set.of("def", "class", "module", "if", "unless", "while", "case", "begin", "else", "elsif", "rescue")
                        .contains(firstWord(head));
    }

    /** A text that nothing is done with. */
    private boolean isDocumentation(int from, int to) {
        String bare = source.bare()
                .substring(from, Math.min(to, source.bare().length()))
                .strip();
        int i = 0;
        while (i < bare.length() && i < 2 && Character.isLetter(bare.charAt(i))) {
            i++;
        }
        if (i >= bare.length() || bare.charAt(i) != '"' && bare.charAt(i) != '\'') {
            return false;
        }
        return bare.substring(i).chars().allMatch(c -> c == '"' || c == '\'' || Character.isWhitespace(c));
    }

    private int blockColon(int from, int to) {
        int depth = 0;
        int lambdas = 0;
        String bare = source.bare();
        for (int i = from; i < to; i++) {
            switch (bare.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                case 'l' -> lambdas += bare.startsWith("lambda", i) && depth == 0 ? 1 : 0;
                case ':' -> {
                    if (depth == 0 && lambdas-- <= 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private static String firstWord(String head) {
        int end = 0;
        while (end < head.length() && Character.isJavaIdentifierPart(head.charAt(end))) {
            end++;
        }
        return head.substring(0, end);
    }
}
