package dev.expertd.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of a function's parameters, read from its head. */
public final class Parameters {
    private static final int LONGEST = 3_000;
    private static final Set<String> RECEIVERS = Set.of("self", "cls", "this", "mut");
    private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z_][\\w]*");

    private Parameters() {}

    /**
     * The parameters in the first pair of brackets behind an offset, receivers left out.
     *
     * @param text without comments
     * @return empty if no brackets follow, or they do not end
     */
    public static Optional<List<String>> behind(Language language, String text, int offset) {
        int open = text.indexOf('(', offset);
        if (open < 0 || open > offset + 200 || text.substring(offset, open).contains("\n\n")) {
            return Optional.empty();
        }
        int depth = 0;
        for (int i = open; i < Math.min(text.length(), open + LONGEST); i++) {
            char c = text.charAt(i);
            depth += opens(c) ? 1 : closes(c) ? -1 : 0;
            if (depth == 0) {
                return Optional.of(names(language, text.substring(open + 1, i)));
            }
        }
        return Optional.empty();
    }

    /** The names in a list of parameters as it stands between the brackets. */
    public static List<String> names(Language language, String list) {
        List<String> names = new ArrayList<>();
        for (String parameter : split(list)) {
            String declared = untilDefault(parameter);
            Matcher matcher = NAME.matcher(declared);
            String first = "";
            String last = "";
            while (matcher.find()) {
                if (!RECEIVERS.contains(matcher.group())) {
                    first = first.isEmpty() ? matcher.group() : first;
                    last = matcher.group();
                }
            }
            String name = isTypeFirst(language) && !declared.contains(":") ? last : first;
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isTypeFirst(Language language) {
        return language == Language.JAVA || language == Language.CSHARP || language == Language.C;
    }

    private static String untilDefault(String parameter) {
        int equals = parameter.indexOf('=');
        int colon = parameter.indexOf(':');
        int end = equals < 0 ? parameter.length() : equals;
        String declared = parameter.substring(0, end);
        return colon > 0 && colon < end ? declared.substring(0, colon) + ":" : declared;
    }

    private static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += opens(c) || c == '<' ? 1 : closes(c) || c == '>' && !isArrow(list, i) ? -1 : 0;
            if (c == ',' && depth <= 0) {
                parts.add(list.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(list.substring(start));
        return parts;
    }

    private static boolean isArrow(String list, int at) {
        return at > 0 && (list.charAt(at - 1) == '=' || list.charAt(at - 1) == '-');
    }

    private static boolean opens(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    private static boolean closes(char c) {
        return c == ')' || c == ']' || c == '}';
    }
}
