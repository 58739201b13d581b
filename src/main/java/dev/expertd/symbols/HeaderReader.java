package dev.expertd.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Cuts a header into tokens; each bracket is closed against the last open one of its kind, in one pass. */
final class HeaderReader {
    /** One text per sign: headers are read millions of times. */
    private static final String[] SIGNS = new String[128];

    static {
        Arrays.setAll(SIGNS, sign -> String.valueOf((char) sign));
    }

    private final CharSequence code;
    private final int from;
    private final int to;
    private final List<String> tokens = new ArrayList<>();
    private final Deque<Integer> rounds = new ArrayDeque<>();
    private final Deque<Integer> squares = new ArrayDeque<>();
    private final Deque<Integer> angles = new ArrayDeque<>();
    private String firstGroup = "";
    private int firstOpen = -1;

    HeaderReader(CharSequence code, int from, int to) {
        this.code = code;
        this.from = from;
        this.to = to;
    }

    Header read() {
        int i = from;
        while (i < to) {
            char c = code.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (Character.isJavaIdentifierPart(c)) {
                int start = i;
                while (i < to && Character.isJavaIdentifierPart(code.charAt(i))) {
                    i++;
                }
                tokens.add(code.subSequence(start, i).toString());
            } else {
                i += sign(i, c);
            }
        }
        return Header.of(tokens, firstGroup);
    }

    private int sign(int i, char c) {
        String pair = i + 1 < to ? pair(c, code.charAt(i + 1)) : "";
        if (!pair.isEmpty()) {
            tokens.add(pair);
            return 2;
        }
        switch (c) {
            case '(' -> {
                firstOpen = rounds.isEmpty() && firstGroup.isEmpty() ? i : firstOpen;
                open(rounds, "(");
            }
            case '[' -> open(squares, "[");
            case '<' -> open(angles, "<");
            case ')' -> {
                if (rounds.size() == 1 && firstGroup.isEmpty() && firstOpen >= 0) {
                    firstGroup = code.subSequence(firstOpen + 1, i).toString();
                }
                close(rounds, "()", ")");
            }
            case ']' -> close(squares, "[]", "]");
            case '>' -> close(angles, "<>", ">");
            default -> tokens.add(c < SIGNS.length ? SIGNS[c] : String.valueOf(c));
        }
        return 1;
    }

    private static String pair(char first, char second) {
        if (second == '>') {
            return first == '-' ? "->" : first == '=' ? "=>" : "";
        }
        return first == ':' && second == ':' ? "::" : "";
    }

    private void open(Deque<Integer> kind, String token) {
        kind.push(tokens.size());
        tokens.add(token);
    }

    private void close(Deque<Integer> kind, String group, String token) {
        while (!kind.isEmpty() && kind.peek() >= tokens.size()) {
            kind.pop(); // it was swallowed by an outer bracket
        }
        if (kind.isEmpty()) {
            tokens.add(token);
            return;
        }
        int start = kind.pop();
        tokens.subList(start, tokens.size()).clear();
        tokens.add(group);
    }
}
