package dev.expertd.draft.delta.change;

import dev.expertd.symbols.Language;
import dev.expertd.symbols.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Statements of languages with braces. A brace that opens a value (an object, an array) is a bracket like others; one
 * that opens a block ends the statement before it, and what follows is deeper.
 */
final class BraceStatements {
    private static final Set<String> CONDITIONED = Set.of(
            "if",
            "else if",
            "while",
            "for",
            "switch",
            "catch",
            "with",
            "foreach",
            "synchronized",
            "using",
            "lock",
            "for await");
    private static final Set<String> BEFORE_VALUES =
            Set.of("return", "in", "of", "typeof", "default", "yield", "await");
    private static final int LONGEST_HEAD = 40;

    private enum Closes {
        BLOCK,
        VALUE
    }

    private record Outer(Closes closes, int brackets) {}

    private final SourceText source;
    private final String bare;
    private final Language language;
    private final List<Statement> found = new ArrayList<>();
    private final Deque<Outer> outer = new ArrayDeque<>();
    private int brackets;
    private int depth;
    private int start;
    private int line;
    private int counted;
    private int lastSeen = -1;
    private int skippedFrom = -1;
    private int skippedTo = -1;
    private boolean conditioned;
    private boolean single;

    BraceStatements(SourceText source, Language language) {
        this.source = source;
        bare = source.bare();
        this.language = language;
    }

    List<Statement> read() {
        for (int i = 0; i < bare.length(); i++) {
            switch (bare.charAt(i)) {
                case '(', '[' -> {
                    conditioned |= brackets == 0 && bare.charAt(i) == '(' && CONDITIONED.contains(head(i));
                    brackets++;
                }
                case ')', ']' -> closeBracket(i);
                case '{' -> openBrace(i);
                case '}' -> closeBrace(i);
                case ';' -> end(i, i + 1, brackets == 0, false);
                case ',' -> end(i, i + 1, brackets == 0 && restOfLineIsBlank(i + 1), false);
                case ':' -> end(i, i + 1, brackets == 0 && isCase(i), true);
                case '\n' -> {
                    boolean alone = brackets == 0 && head(i).equals("else");
                    end(i, i + 1, alone || endsAtLineEnd(i), alone);
                }
                case ' ' -> {
                    if (brackets == 0 && bare.startsWith("else ", i - 4) && elseStandsAlone(i)) {
                        end(i, i + 1, true, true);
                        single = true;
                    }
                }
                default -> {}
            }
            if (bare.charAt(i) > ' ') {
                lastSeen = i;
            }
        }
        end(bare.length(), bare.length(), true, false);
        return found;
    }

    private void closeBracket(int at) {
        brackets = Math.max(0, brackets - 1);
        if (brackets == 0 && conditioned) {
            conditioned = false;
            int next = nextCode(at + 1);
            if (next < bare.length() && bare.charAt(next) != '{' && bare.charAt(next) != ';') {
                end(at + 1, at + 1, true, true);
                single = true;
            }
        }
    }

    private void openBrace(int at) {
        if (opensValue(at)) {
            outer.push(new Outer(Closes.VALUE, brackets));
            brackets++;
            return;
        }
        end(at, at + 1, true, true);
        outer.push(new Outer(Closes.BLOCK, brackets));
        brackets = 0;
        depth++;
        conditioned = false;
        single = false;
    }

    private void closeBrace(int at) {
        if (outer.isEmpty()) {
            end(at, at + 1, true, false);
            return;
        }
        Outer closed = outer.pop();
        if (closed.closes() == Closes.VALUE) {
            brackets = closed.brackets();
            return;
        }
        end(at, at + 1, true, false);
        brackets = closed.brackets();
        depth = Math.max(0, depth - 1);
    }

    private void end(int to, int next, boolean ends, boolean opens) {
        if (!ends) {
            return;
        }
        int from = nextCode(start);
        while (from < to && "},)];".indexOf(bare.charAt(from)) >= 0) {
            from = nextCode(from + 1);
        }
        if (from < to) {
            String text = Spacing.oneLine(source.uncommented(), bare, from, to).strip();
            if (!Statements.isEmpty(text)) {
                int first = lineOf(from);
                int last = Math.max(first, lineOf(lastCode(to)));
                found.add(new Statement(text, first, last, single ? depth + 1 : depth, opens));
            }
            single = false;
        }
        start = next;
        conditioned = false;
    }

    /** Offsets come almost in order, so the lines are counted once. */
    private int lineOf(int offset) {
        while (counted < offset) {
            if (bare.charAt(counted++) == '\n') {
                line++;
            }
        }
        while (counted > offset) {
            if (bare.charAt(--counted) == '\n') {
                line--;
            }
        }
        return line;
    }

    /** The short text since the statement began; empty if it is long. */
    private String head(int at) {
        int from = nextCode(start);
        while (from < at && bare.charAt(from) == '}') {
            from = nextCode(from + 1);
        }
        if (at - from > LONGEST_HEAD || at <= from) {
            return "";
        }
        return bare.substring(from, at).strip().replaceAll("\\s+", " ");
    }

    private boolean elseStandsAlone(int at) {
        if (!head(at).equals("else")) {
            return false;
        }
        int next = nextCode(at);
        return next < bare.length() && bare.charAt(next) != '{' && !bare.startsWith("if", next);
    }

    private boolean isCase(int at) {
        int from = nextCode(start);
        return at - from < 200 && (bare.startsWith("case ", from) || head(at).equals("default"));
    }

    private boolean opensValue(int at) {
        int before = lastSeen;
        if (before < 0) {
            return false;
        }
        char c = bare.charAt(before);
        boolean inValue = !outer.isEmpty() && outer.peek().closes() == Closes.VALUE;
        if (c == '=' || c == ',' || c == '(' || c == '[' || c == '?' || c == '&' || c == '|' || c == '+') {
            return true;
        }
        if (c == ':') {
            return language.isScript() && !isCase(before);
        }
        if (c == ']' || c == '{' && inValue) {
            return true;
        }
        if (!Character.isJavaIdentifierPart(c)) {
            return false;
        }
        int word = before;
        while (word >= 0 && before - word < 12 && Character.isJavaIdentifierPart(bare.charAt(word))) {
            word--;
        }
        boolean joined = before == at - 1 && (language == Language.GO || language == Language.RUST);
        return joined || BEFORE_VALUES.contains(bare.substring(word + 1, before + 1)) && language.isScript();
    }

    private boolean endsAtLineEnd(int at) {
        if (brackets > 0 || !language.endsStatementsAtLineEnd() || source.isQuoted(at)) {
            return false;
        }
        if (lastSeen < start || ",=+-*/%&|^!~?:<>({[.\\".indexOf(bare.charAt(lastSeen)) >= 0) {
            return false;
        }
        int next = nextCode(at);
        return (next >= bare.length() || ".?:&|+-*/%=,([{)]<>".indexOf(bare.charAt(next)) < 0);
    }

    private boolean restOfLineIsBlank(int from) {
        for (int i = from; i < bare.length() && bare.charAt(i) != '\n'; i++) {
            if (bare.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Remembers the last run of white space: it may be asked for at every character of it. */
    private int nextCode(int from) {
        if (from >= skippedFrom && from <= skippedTo) {
            return skippedTo;
        }
        int i = from;
        while (i < bare.length() && bare.charAt(i) <= ' ') {
            i++;
        }
        if (i > from + 1) {
            skippedFrom = from;
            skippedTo = i;
        }
        return i;
    }

    private int lastCode(int before) {
        int i = before - 1;
        while (i >= 0 && bare.charAt(i) <= ' ') {
            i--;
        }
        return i;
    }
}
