package dev.expertd.curate.route;

import java.util.ArrayList;
import java.util.List;

/** Finds what may be a path in a line of text: {@code server/app/*.py}, {@code ./Justfile}, {@code src/page.tsx:12}. */
final class PathTokens {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    private PathTokens() {}

    /** In their order, without {@code ./} before them; folders keep the slash behind them if it was written. */
    static List<String> in(String line) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int start = at;
            while (at < line.length() && isPart(line.charAt(at))) {
                at++;
            }
            if (at > start && at - start <= LONGEST) {
                boolean isAddress = start > 0 && line.charAt(start - 1) == ':' && line.startsWith("//", start);
                String token = trimmed(line.substring(start, at));
                if (!isAddress && token.length() >= SHORTEST && isPath(token)) {
                    tokens.add(token);
                }
            }
            at++;
        }
        return tokens;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || "_.-/*[]@+".indexOf(c) >= 0;
    }

    private static String trimmed(String token) {
        int start = 0;
        while (token.startsWith("./", start)) {
            start += 2;
        }
        while (start < token.length() && "/@+-".indexOf(token.charAt(start)) >= 0) {
            start++;
        }
        int end = token.length();
        while (end > start && ".-+]".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(start, end);
    }

    /** A name alone counts if it begins as {@code Makefile} does; most words that pass are no file and match none. */
    private static boolean isPath(String token) {
        return token.indexOf('/') > 0
                || token.indexOf('.', 1) > 0
                || (Character.isUpperCase(token.charAt(0)) && Character.isLetter(token.charAt(token.length() - 1)));
    }
}
