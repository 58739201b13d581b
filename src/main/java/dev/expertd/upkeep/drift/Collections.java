package dev.expertd.upkeep.drift;

import dev.expertd.upkeep.reference.Landmarks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The members of the lists, sets and maps that a source file spells out, by the name that they are given. */
final class Collections {
    private static final Pattern MEMBER =
            Pattern.compile("\\G\\s*(?:[\"'`]([^\"'`\\n]{1,80})[\"'`]|([A-Za-z_$][\\w$.]*))\\s*(?::|=>|,|$|[(\\]})])");
    private static final int FEWEST = 3;
    private static final int LONGEST = 20_000;
    private static final int LONGEST_LINE = 400;
    private static final int DEEPEST = 8;
    private static final int FARTHEST = 80;

    private final Map<String, List<String>> members;

    private Collections(Landmarks code) {
        members = read(code);
    }

    static Map<String, List<String>> in(Landmarks code) {
        return code.reading(Collections.class, Collections::new).members;
    }

    private static Map<String, List<String>> read(Landmarks code) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        String text = code.uncommented();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int equals = text.indexOf('=', start);
            if (equals > start && equals < end && end - start <= LONGEST_LINE) {
                String name = name(text.substring(start, equals));
                int open = name.isEmpty() ? -1 : opener(text, equals + 1);
                List<String> members = open < 0 ? List.of() : members(text, open);
                if (members.size() >= FEWEST) {
                    all.putIfAbsent(name, members);
                }
            }
            start = end + 1;
        }
        return all;
    }

    /** What gets the value: the last word before a type behind a colon, if the line is not far indented. */
    private static String name(String left) {
        int indent = left.length() - left.stripLeading().length();
        int colon = left.indexOf(':');
        String declared = (colon < 0 ? left : left.substring(0, colon)).strip();
        int from = declared.length();
        while (from > 0 && Character.isJavaIdentifierPart(declared.charAt(from - 1))) {
            from--;
        }
        String name = declared.substring(from);
        boolean member = from > 0 && declared.charAt(from - 1) == '.';
        return indent > DEEPEST || member || name.length() < FEWEST || Character.isDigit(name.charAt(0)) ? "" : name;
    }

    /** The first bracket of the value, or the one directly inside it, as in a call that makes a set of a list. */
    private static int opener(String text, int from) {
        int at = from;
        while (at < text.length() && at < from + FARTHEST && isBeforeOpener(text.charAt(at))) {
            at++;
        }
        if (at >= text.length() || "([{".indexOf(text.charAt(at)) < 0) {
            return -1;
        }
        int inner = at + 1;
        while (inner < text.length() && Character.isWhitespace(text.charAt(inner))) {
            inner++;
        }
        return inner < text.length() && "[{".indexOf(text.charAt(inner)) >= 0 && text.charAt(at) == '(' ? inner : at;
    }

    private static boolean isBeforeOpener(char c) {
        return Character.isJavaIdentifierPart(c) || c == ' ' || c == '.' || c == '<' || c == '>' || c == ',';
    }

    private static List<String> members(String text, int open) {
        List<String> members = new ArrayList<>();
        int depth = 0;
        boolean expected = true;
        Matcher member = MEMBER.matcher(text);
        for (int i = open; i < Math.min(text.length(), open + LONGEST); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'' || c == '`') {
                int end = text.indexOf(c, i + 1);
                if (depth == 1 && expected) {
                    add(member, text, i, members);
                }
                expected = false;
                i = end < 0 ? text.length() : end;
            } else if (c == '{' || c == '[' || c == '(') {
                depth++;
                expected = depth == 1;
            } else if (c == '}' || c == ']' || c == ')') {
                depth--;
                if (depth == 0) {
                    return members;
                }
            } else if (depth == 1 && c == ',') {
                expected = true;
            } else if (depth == 1 && expected && Character.isJavaIdentifierStart(c)) {
                add(member, text, i, members);
                expected = false;
            }
        }
        return List.of(); // it does not end: not understood
    }

    private static void add(Matcher member, String text, int at, List<String> members) {
        if (member.region(at, Math.min(text.length(), at + 200)).find()) {
            String quoted = member.group(1);
            members.add(quoted == null ? member.group(2) : quoted);
        }
    }
}
