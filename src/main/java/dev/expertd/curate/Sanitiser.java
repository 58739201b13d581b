package dev.expertd.curate;

import java.util.regex.Pattern;

/**
 * Takes out of a line whatever a Markdown reader would take for structure, and what no reader can see. Code spans stay
 * readable: what stands between backticks is text to Markdown already.
 */
final class Sanitiser {
    private static final Pattern ANSI = Pattern.compile("\\x1b\\[[0-9;?]{0,20}[ -/]{0,4}[@-~]|\\x1b[@-_]");
    private static final Pattern LEAD = Pattern.compile("^(?:[#>|=~+-]+\\s*|\\d{1,9}[.)]\\s+)+");
    private static final Pattern IMAGE_OR_LINK = Pattern.compile("!?\\[([^\\[\\]]{0,300})\\]\\(([^()]{0,500})\\)");
    private static final Pattern REFERENCE = Pattern.compile("!?\\[([^\\[\\]]{1,300})\\]\\[[^\\[\\]]{0,100}\\]");
    private static final Pattern FENCE = Pattern.compile("`{2,}|~{3,}");
    private static final Pattern BLANKS =
            Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+");

    private Sanitiser() {}

    static String clean(String line) {
        String text = invisible(ANSI.matcher(line).replaceAll(""));
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        text = FENCE.matcher(text).replaceAll("`");
        if (text.chars().filter(c -> c == '`').count() % 2 == 1) {
            text = text.replace("`", "");
        }
        return LEAD.matcher(outsideCode(text)).replaceFirst("").strip();
    }

    private static String invisible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean blank = c == '\n' || c == '\r' || c == '\t';
            if (blank) {
                out.append(' ');
            } else if (type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.PRIVATE_USE
                    && type != Character.SURROGATE
                    && type != Character.UNASSIGNED
                    && !isVariation(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Variation selectors and tag characters carry text that nobody sees. */
    private static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0000 && c <= 0xE0FFF || c == 0x034F || c == 0x115F || c == 0x3164;
    }

    /** Neutralises links, images and HTML in the parts of the line that are no code span. */
    private static String outsideCode(String text) {
        String[] parts = text.split("`", -1);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (i % 2 == 0) {
                part = IMAGE_OR_LINK.matcher(part).replaceAll("$1");
                part = REFERENCE.matcher(part).replaceAll("$1");
                part = html(part);
            }
            out.append(i > 0 ? "`" : "").append(part);
        }
        return out.toString();
    }

    /** A bracket that would open a tag, a comment or an autolink becomes one that cannot. */
    private static String html(String part) {
        StringBuilder out = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            char next = i + 1 < part.length() ? part.charAt(i + 1) : ' ';
            boolean opens = c == '<' && (Character.isLetter(next) || next == '/' || next == '!' || next == '?');
            out.append(opens ? '\u2039' : c);
        }
        return out.toString();
    }
}
