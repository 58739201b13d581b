package dev.expertd.draft.delta.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tokens of one statement. */
public final class Tokens {
    private static final String[] OPERATORS = {
        ">>>=", "===", "!==", "**=", "<<=", ">>=", ">>>", "...", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=", "*=",
        "/=", "|=", "&=", "^=", "%=", "=>", "->", "++", "--", "<<", ">>", "**", "::", "//", "??", "?."
    };

    private final String text;
    private final List<Token> tokens;

    private Tokens(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = Collections.unmodifiableList(tokens);
    }

    /** Linear in the length of the text. */
    public static Tokens of(String text) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            int end = end(text, i, c);
            boolean member = i > 0 && text.charAt(i - 1) == '.' || end < text.length() && text.charAt(end) == '.';
            tokens.add(new Token(text.substring(i, end), i, end, member));
            i = end;
        }
        return new Tokens(text, tokens);
    }

    private static int end(String text, int from, char c) {
        int i = from;
        if (Character.isJavaIdentifierStart(c)) {
            while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
                i++;
            }
            return i;
        }
        if (Character.isDigit(c)) {
            while (i < text.length() && (Character.isJavaIdentifierPart(text.charAt(i)) || text.charAt(i) == '.')) {
                i++;
            }
            return i;
        }
        if (c == '"' || c == '\'' || c == '`') {
            return quoteEnd(text, from, c);
        }
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, from)) {
                return from + operator.length();
            }
        }
        return from + 1;
    }

    private static int quoteEnd(String text, int from, char quote) {
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return text.length();
    }

    public String text() {
        return text;
    }

    public int size() {
        return tokens.size();
    }

    public Token get(int index) {
        return tokens.get(index);
    }

    public List<Token> all() {
        return tokens;
    }

    /** The token's text, or nothing outside. */
    public String at(int index) {
        return index < 0 || index >= tokens.size() ? "" : tokens.get(index).text();
    }

    /** The text that tokens [from, to) cover. */
    public String slice(int from, int to) {
        return to <= from
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** Names of three letters and more, in order, each once; no keywords, nothing from inside strings. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Token token : tokens) {
            if (token.isName() && token.text().length() > 2) {
                names.add(token.text());
            }
        }
        return names;
    }

    /** Where the bracket at an index closes, or -1. */
    public int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            switch (at(i)) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /** Where the bracket that closes at an index opens, or -1. */
    public int opening(int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            switch (at(i)) {
                case ")", "]", "}" -> depth++;
                case "(", "[", "{" -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /** The same tokens, whatever the white space between them. */
    public boolean same(Tokens other) {
        if (size() != other.size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (!at(i).equals(other.at(i))) {
                return false;
            }
        }
        return true;
    }
}
