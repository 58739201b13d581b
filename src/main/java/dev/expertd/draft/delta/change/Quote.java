package dev.expertd.draft.delta.change;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts code in back-quotes, if it can be read on its own: whole expressions, short, nothing cut off. */
public final class Quote {
    /** Of an expression beside others. */
    public static final int SHORT = 46;

    /** Of an expression that is the only one. */
    public static final int ALONE = 60;

    private static final Set<String> NOT_FIRST = Set.of(
            ",",
            ".",
            "=",
            ")",
            "]",
            "}",
            "*",
            "/",
            "%",
            "&&",
            "||",
            "|",
            "&",
            "?",
            ":",
            ">",
            "<",
            ";",
            "==",
            "!=",
            "<=",
            ">=",
            "===",
            "!==",
            "+=",
            "-=",
            "+",
            "in",
            "for",
            "and",
            "or",
            "is",
            "else",
            "with",
            "as",
            "return",
            "instanceof",
            "if",
            "->",
            "=>",
            "throws");
    private static final Set<String> NOT_LAST = Set.of(
            "=",
            ",",
            "(",
            ".",
            "&&",
            "||",
            "|",
            "&",
            "+",
            "-",
            "*",
            "/",
            "?",
            ":",
            "<",
            ">",
            "!",
            ";",
            "{",
            "[",
            "==",
            "!=",
            "<=",
            ">=",
            "===",
            "!==",
            "in",
            "and",
            "or",
            "is",
            "not",
            "return",
            "new",
            "else",
            "for",
            "if",
            "instanceof",
            "+=",
            "-=",
            "->",
            "=>",
            "@",
            "await",
            "throws",
            "typeof");
    private static final Set<String> JOINING = Set.of(
            "in",
            "and",
            "or",
            "is",
            "not",
            "if",
            "else",
            "for",
            "instanceof",
            "new",
            "await",
            "lambda",
            "typeof",
            "yield",
            "from",
            "as",
            "of");

    private Quote() {}

    /** A name, always. */
    public static String name(String name) {
        return "`" + name + "`";
    }

    /** An expression of at most so many characters; empty if it cannot stand alone. */
    public static Optional<String> code(String expression, int longest) {
        String code = tidy(expression);
        if (code.isEmpty() || code.length() > longest || code.indexOf('`') >= 0 || code.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        Tokens tokens = Tokens.of(code);
        if (tokens.size() == 0) {
            return Optional.empty();
        }
        boolean word = tokens.get(0).isName();
        boolean open = !word && NOT_FIRST.contains(tokens.at(0)) || NOT_LAST.contains(tokens.at(tokens.size() - 1));
        return open || !isBalanced(tokens) || hasNeighbours(tokens) || !hasWord(tokens)
                ? Optional.empty()
                : Optional.of(name(code));
    }

    public static Optional<String> code(String expression) {
        return code(expression, SHORT);
    }

    /** {@code a}, {@code b} and {@code c}. */
    public static String all(Collection<String> names) {
        List<String> quoted = names.stream().map(Quote::name).toList();
        return quoted.size() < 2
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.get(quoted.size() - 1);
    }

    private static String tidy(String expression) {
        String code = expression.strip();
        while (!code.isEmpty() && ";{,".indexOf(code.charAt(code.length() - 1)) >= 0) {
            code = code.substring(0, code.length() - 1).strip();
        }
        code = code.replace("( ", "(").replace(" )", ")");
        Tokens tokens = Tokens.of(code);
        while (tokens.at(0).equals("(")
                && tokens.size() > 2
                && tokens.closing(0) == tokens.size() - 1
                && !isTuple(tokens)) {
            code = tokens.slice(1, tokens.size() - 1);
            tokens = Tokens.of(code);
        }
        return code;
    }

    private static boolean isTuple(Tokens tokens) {
        int depth = 0;
        for (Token token : tokens.all()) {
            depth += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
            if (depth == 1 && token.is(",")) {
                return true;
            }
        }
        return false;
    }

    /** Every bracket is closed, in order, and every string ends. */
    public static boolean isBalanced(Tokens tokens) {
        int depth = 0;
        for (Token token : tokens.all()) {
            switch (token.text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {
                    if (token.isString()
                            && (token.text().length() < 2
                                    || token.text().charAt(0)
                                            != token.text().charAt(token.text().length() - 1))) {
                        return false;
                    }
                }
            }
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    /** Two words side by side that no operator joins: it begins or ends in the middle of something. */
    private static boolean hasNeighbours(Tokens tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            Token left = tokens.get(i - 1);
            Token right = tokens.get(i);
            boolean words = (left.isWord() || left.isLiteral()) && (right.isWord() || right.isLiteral());
            boolean prefix =
                    left.isWord() && left.text().length() < 3 && right.isString() && left.end() == right.start();
            if (words && !prefix && !JOINING.contains(left.text()) && !JOINING.contains(right.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWord(Tokens tokens) {
        return tokens.all().stream().anyMatch(token -> token.isWord() || token.isLiteral());
    }
}
