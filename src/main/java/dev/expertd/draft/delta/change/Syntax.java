package dev.expertd.draft.delta.change;

import java.util.Optional;
import java.util.Set;

/** What can be told about a statement from its tokens alone, in any of the languages. */
public final class Syntax {
    private static final Set<String> ASSIGNS =
            Set.of("=", "+=", "-=", "*=", "/=", "|=", "&=", "^=", "%=", "<<=", ">>=", ">>>=", "**=");
    private static final Set<String> CONDITIONS = Set.of("if", "elif", "while", "unless", "elsif");
    private static final Set<String> STOPS = Set.of(
            "&&", "||", "and", "or", ";", "{", "}", "?", ":", "if", "while", "return", "=", "elif", "assert", ",",
            "else", "!", "not", "->", "=>", "+=", "-=", "case", "throw", "raise", "yield", "await", "in");
    private static final Set<String> NOT_CALLED = Set.of("super", "this");
    private static final Set<String> PLAIN_CALLS =
            Set.of("isinstance", "len", "str", "range", "list", "tuple", "set", "int", "print", "sorted", "super");

    private Syntax() {}

    /**
     * An assignment, its declared type left out.
     *
     * @param target what is assigned to, such as {@code this.count} or {@code rows[i]}
     * @param operator {@code =} or one that computes
     * @param value from the operator to the statement's end
     */
    public record Assignment(String target, String operator, String value) {
        /** {@code set `x` to {value}}, {@code increase `x` by {value}}. */
        public String inWords(String value) {
            return switch (operator) {
                case "+=" -> "add " + value + " to " + Quote.name(target);
                case "-=" -> "reduce " + Quote.name(target) + " by " + value;
                case "=" -> "set " + Quote.name(target) + " to " + value;
                default -> "update " + Quote.name(target) + " by " + Quote.name(operator) + " with " + value;
            };
        }
    }

    /** The condition of an {@code if}, {@code else if}, {@code elif} or {@code while}. */
    public static Optional<String> condition(Tokens tokens) {
        int keyword = tokens.at(0).equals("else") && tokens.at(1).equals("if") ? 1 : 0;
        if (!CONDITIONS.contains(tokens.at(keyword)) || keyword + 1 >= tokens.size()) {
            return Optional.empty();
        }
        boolean bracketed = tokens.at(keyword + 1).equals("(") && tokens.closing(keyword + 1) == tokens.size() - 1;
        return Optional.of(
                bracketed ? tokens.slice(keyword + 2, tokens.size() - 1) : tokens.slice(keyword + 1, tokens.size()));
    }

    public static boolean isCondition(Tokens tokens) {
        return condition(tokens).isPresent();
    }

    public static Optional<Assignment> assignment(Tokens tokens) {
        int depth = 0;
        for (int i = 1; i < tokens.size(); i++) {
            switch (tokens.at(i)) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {
                    if (depth == 0 && ASSIGNS.contains(tokens.at(i))) {
                        return assignment(tokens, i);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Assignment> assignment(Tokens tokens, int operator) {
        if (Set.of("for", "if", "while", "return", "elif", "with", "def").contains(tokens.at(0))) {
            return Optional.empty();
        }
        int end = operator;
        for (int i = 1; i < operator; i++) {
            if (tokens.at(i).equals(":") && tokens.get(i - 1).isWord() && i < operator - 1) {
                end = i; // the type is declared behind the name
                break;
            }
        }
        int start = pathStart(tokens, end - 1);
        if (start < 0 || operator + 1 >= tokens.size() || !tokens.get(start).isWord()) {
            return Optional.empty();
        }
        return Optional.of(new Assignment(
                tokens.slice(start, end), tokens.at(operator), tokens.slice(operator + 1, tokens.size())));
    }

    /** Where a name such as {@code a.b[i].c} begins that ends at an index; -1 if none does. */
    private static int pathStart(Tokens tokens, int last) {
        int i = last;
        while (i >= 0) {
            if (tokens.at(i).equals("]")) {
                i = tokens.opening(i) - 1;
            } else if (!tokens.get(i).isWord() || tokens.get(i).isKeyword() && !isSelf(tokens.at(i))) {
                return -1;
            } else if (tokens.at(i - 1).equals(".")) {
                i -= 2;
            } else {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSelf(String word) {
        return word.equals("this") || word.equals("self") || word.equals("cls") || word.equals("super");
    }

    /** The first function called, by its own name; built-in conversions and keywords are none. */
    public static Optional<String> callee(Tokens tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.at(i + 1).equals("(") && tokens.get(i).isName() && !PLAIN_CALLS.contains(tokens.at(i))) {
                return Optional.of(tokens.at(i));
            }
        }
        return Optional.empty();
    }

    /** The first function called, with the name before its dot: {@code report.info}. */
    public static Optional<String> called(Tokens tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.at(i + 1).equals("(") && tokens.get(i).isName() && !PLAIN_CALLS.contains(tokens.at(i))) {
                return Optional.of(qualified(tokens, i));
            }
        }
        return Optional.empty();
    }

    /** The name of the function whose brackets hold a token: {@code super} and {@code this} for constructors. */
    public static Optional<String> callAround(Tokens tokens, int index) {
        int depth = 0;
        for (int i = Math.min(index, tokens.size()) - 1; i >= 0; i--) {
            switch (tokens.at(i)) {
                case ")", "]", "}" -> depth++;
                case "(", "[", "{" -> {
                    if (depth == 0) {
                        boolean call = tokens.at(i).equals("(")
                                && i > 0
                                && tokens.get(i - 1).isWord()
                                && (!tokens.get(i - 1).isKeyword() || NOT_CALLED.contains(tokens.at(i - 1)));
                        return call ? Optional.of(tokens.at(i - 1)) : Optional.empty();
                    }
                    depth--;
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /** The operand that holds tokens [from, to), between logical operators, commas and unclosed brackets. */
    public static String operand(Tokens tokens, int from, int to) {
        if (tokens.size() == 0) {
            return "";
        }
        int left = Math.min(from, tokens.size() - 1);
        for (int depth = 0; left > 0; left--) {
            String token = tokens.at(left - 1);
            depth += ")]}".contains(token) ? 1 : "([{".contains(token) ? -1 : 0;
            if (depth < 0 || depth == 0 && STOPS.contains(token)) {
                break;
            }
        }
        int right = Math.max(left, Math.min(to, tokens.size()) - 1);
        for (int depth = 0; right < tokens.size() - 1; right++) {
            String token = tokens.at(right + 1);
            depth += "([{".contains(token) ? 1 : ")]}".contains(token) ? -1 : 0;
            if (depth < 0 || depth == 0 && STOPS.contains(token)) {
                break;
            }
        }
        return tokens.slice(left, right + 1);
    }

    /** The whole dotted name at an index, at most its last two parts; behind {@code new}, with it. */
    public static String qualified(Tokens tokens, int index) {
        int left = index;
        while (left >= 2
                && tokens.at(left - 1).equals(".")
                && tokens.get(left - 2).isWord()) {
            left -= 2;
        }
        int right = index;
        while (right + 2 < tokens.size()
                && tokens.at(right + 1).equals(".")
                && tokens.get(right + 2).isWord()) {
            right += 2;
        }
        int parts = (right - left) / 2 + 1;
        return tokens.slice(parts > 2 ? right - 2 : left, right + 1);
    }

    /** Tokens [from, to) with what belongs to them: the rest of a dotted name, the brackets of a call. */
    public static String widened(Tokens tokens, int from, int to) {
        if (to <= from) {
            return "";
        }
        int left = from;
        int right = to;
        while (left > 0 && (tokens.at(left).equals(".") || tokens.at(left - 1).equals("."))) {
            left--;
        }
        boolean grows = true;
        while (grows && right < tokens.size()) {
            grows = false;
            if (tokens.at(right).equals(".") || tokens.at(right - 1).equals(".")) {
                right++;
                grows = true;
            } else if (Set.of("(", "[").contains(tokens.at(right))
                    && tokens.get(right - 1).isName()) {
                int close = tokens.closing(right);
                right = close < 0 ? right : close + 1;
                grows = close >= 0;
            }
        }
        return tokens.slice(left, Math.min(right, tokens.size()));
    }
}
