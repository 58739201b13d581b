package dev.expertd.redact;

import java.util.List;
import java.util.Optional;

/** Finds all tokens that are known by their beginning in one walk through the text. */
final class Tokens implements SecretRule {
    private final Beginnings<TokenShape> shapes = new Beginnings<>();
    private final List<String> prefixes;

    /** With shapes that begin alike, the first that fits gives the name. */
    Tokens(List<TokenShape> known) {
        known.forEach(shape -> shapes.add(shape.prefix(), shape));
        prefixes = known.stream().map(TokenShape::prefix).distinct().toList();
    }

    @Override
    public List<String> anchors() {
        return prefixes;
    }

    @Override
    public Optional<Scanned> apply(Scanned scanned) {
        String text = scanned.text();
        StringBuilder out = null;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            List<TokenShape> here = shapes.at(text, at);
            if (!here.isEmpty() && isStart(text, at)) {
                for (TokenShape shape : here) {
                    int end = shape.endOf(text, at);
                    if (end > at) {
                        out = out == null ? new StringBuilder(text.length()) : out;
                        out.append(text, from, at).append(SecretRule.marker(shape.what()));
                        from = end;
                        at = end - 1;
                        break;
                    }
                }
            }
        }
        return out == null
                ? Optional.empty()
                : Optional.of(Scanned.of(out.append(text, from, text.length()).toString()));
    }

    /** A token does not begin within a word, but it may follow an escape: {@code \n} or {@code %3D}. */
    private static boolean isStart(String text, int at) {
        if (at == 0 || !isWord(text.charAt(at - 1))) {
            return true;
        }
        char before = text.charAt(at - 1);
        if (at >= 2 && text.charAt(at - 2) == '\\' && "nrtbf0".indexOf(before) >= 0) {
            return true;
        }
        return at >= 3
                && text.charAt(at - 3) == '%'
                && Character.digit(text.charAt(at - 2), 16) >= 0
                && Character.digit(before, 16) >= 0;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
