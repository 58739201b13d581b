package dev.expertd.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The code before an opening brace (or before a semicolon), as words and signs. What stands in closed brackets is one
 * token: {@code ()}, {@code []}, {@code <>}.
 */
final class Header {
    private static final int LONGEST = 2_000;

    private final List<String> tokens;
    private final String receiver;

    private Header(List<String> tokens, String receiver) {
        this.tokens = tokens;
        this.receiver = receiver;
    }

    /** Reads code[from, to), or its end if it is very long. */
    static Header read(CharSequence code, int from, int to) {
        return new HeaderReader(code, Math.max(from, to - LONGEST), to).read();
    }

    static Header of(List<String> tokens, String firstGroup) {
        return new Header(tokens, firstGroup);
    }

    /** The content of the first closed pair of brackets: in Go, the receiver of a method. */
    String firstGroup() {
        return receiver;
    }

    int size() {
        return tokens.size();
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** The token at an index, or an empty one outside. */
    String at(int index) {
        return index < 0 || index >= tokens.size() ? "" : tokens.get(index);
    }

    String last() {
        return at(tokens.size() - 1);
    }

    Header upTo(int end) {
        return new Header(tokens.subList(0, end), receiver);
    }

    Header from(int start) {
        return new Header(tokens.subList(start, tokens.size()), receiver);
    }

    int indexOf(String token) {
        return tokens.indexOf(token);
    }

    int lastIndexOf(String token) {
        return tokens.lastIndexOf(token);
    }

    boolean contains(String token) {
        return tokens.contains(token);
    }

    boolean isWord(int index) {
        String token = at(index);
        return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0));
    }

    /** Without {@code @Annotations} and their arguments. */
    Header withoutAnnotations() {
        if (!tokens.contains("@")) {
            return this;
        }
        List<String> kept = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            if (at(i).equals("@") && isWord(i + 1) && !at(i + 1).equals("interface")) {
                i += 2;
                while (at(i).equals(".") && isWord(i + 1)) {
                    i += 2;
                }
                if (at(i).equals("()")) {
                    i++;
                }
            } else {
                kept.add(at(i));
                i++;
            }
        }
        return new Header(kept, receiver);
    }

    /** Without these words and the brackets behind them. */
    Header withoutCalls(Set<String> words) {
        if (tokens.stream().noneMatch(words::contains)) {
            return this;
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (words.contains(at(i))) {
                i += at(i + 1).equals("()") ? 1 : 0;
            } else {
                kept.add(at(i));
            }
        }
        return new Header(kept, receiver);
    }

    @Override
    public String toString() {
        return String.join(" ", tokens);
    }
}
