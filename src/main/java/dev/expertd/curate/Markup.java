package dev.expertd.curate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text between code spans, made to be nothing but text: no link, image, tag, template, address or mention. */
final class Markup {
    private static final Pattern LINK =
            Pattern.compile("(?<!\\w)!?\\[([^\\[\\]]{0,300})\\]\\([^()]{0,500}(?:\\([^()]{0,200}\\)[^()]{0,200})?\\)");
    private static final Pattern REFERENCE =
            Pattern.compile("(?<!\\w)!?\\[([^\\[\\]]{1,300})\\]\\[[^\\[\\]]{0,100}\\]");

    /** What could still be a link, whatever stands in it. */
    private static final Pattern JOINT = Pattern.compile("(?<=\\])(?=\\()");

    private static final Pattern TEMPLATE = Pattern.compile("(?<=\\{)(?=[{%#])|(?<=[}%#])(?=\\})");

    /** Addresses, which readers make links of by themselves, and mentions, in whose place a loader puts the file. */
    private static final Pattern LIVE = Pattern.compile(
            "(?<![\\w`])(?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}://|www\\.|(?:mailto|javascript|vbscript):|data:(?=[a-z]{2,12}/))[^\\s`<>\"')\\]\u2039]{1,500}"
                    + "|(?<![\\w`@/.-])@(?:[~./]|(?=\\w))[^\\s`,;:!?'\")\\]}]{0,300}");

    private Markup() {}

    static String neutral(String part) {
        String text = LINK.matcher(part).replaceAll("$1");
        text = REFERENCE.matcher(text).replaceAll("$1");
        text = JOINT.matcher(tags(text)).replaceAll(" ");
        text = TEMPLATE.matcher(text).replaceAll(" ");
        return LIVE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(code(found.group())));
    }

    /** A bracket that would open a tag, a comment or an autolink becomes one that cannot. */
    private static String tags(String part) {
        StringBuilder out = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            char next = i + 1 < part.length() ? part.charAt(i + 1) : ' ';
            boolean opens = c == '<' && (Character.isLetter(next) || "/!?|".indexOf(next) >= 0);
            out.append(opens ? '\u2039' : c);
        }
        return out.toString();
    }

    /** In a code span, without the signs that end a sentence. */
    private static String code(String text) {
        int last = text.length();
        while (last > 1 && ".,:;!?".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return "`" + text.substring(0, last) + "`" + text.substring(last);
    }
}
