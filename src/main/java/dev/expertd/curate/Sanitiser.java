package dev.expertd.curate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a line what no reader can see and what a Markdown reader or an agent that loads the file would take for
 * more than text: structure, links, tags, files to load, commands to run. Code spans stay readable: what stands between
 * backticks is text to Markdown already. Cleaning twice is the same as once.
 */
public final class Sanitiser {
    private static final Pattern ANSI =
            Pattern.compile("\\x1b\\[[0-9;?]{0,20}[ -/]{0,4}[@-~]|\\x1b\\][^\\x07\\x1b]{0,400}\\x07?|\\x1b[@-_]");
    private static final Pattern BLANKS =
            Pattern.compile("[\\s\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+");

    /** Headings, quotations, tables, rules, fences, list items and definitions, at the beginning of the line. */
    private static final Pattern LEAD = Pattern.compile(
            "(?:#{1,6}(?=\\s|$)|[>|:]++|[-+*_]{1,3}(?=\\s|$)|[-=~*_+]{3,}+|[*_-](?: [*_-]){2,40}+|\\d{1,9}[.)](?=\\s|$)|\\[[ xX]\\](?=\\s|$))\\s*+");

    private static final Pattern DEFINITION = Pattern.compile("^\\[([^\\[\\]]{1,300})\\]:");
    private static final Pattern FENCE = Pattern.compile("`{2,}|~{3,}");
    private static final Pattern ESCAPED = Pattern.compile("(?<!\\\\)\\\\++(?=`)");

    /** Whoever loads a command file puts in its place what was typed. */
    private static final Pattern ARGUMENTS = Pattern.compile("\\$\\{?(ARGUMENTS)\\}?");

    /** Whoever loads a command file runs {@code !`...`}. */
    private static final Pattern COMMAND = Pattern.compile("(?<=^|[\\s(\\[{\"':;,])!+(?=`)");

    /** What one round takes away may bring together what the next one knows; so far, two were always enough. */
    private static final int ROUNDS = 8;

    private Sanitiser() {}

    /** The line as it may stand in a file that an agent reads. */
    public static String clean(String line) {
        String text = line;
        for (int i = 0; i < ROUNDS; i++) {
            String cleaner = once(text);
            if (cleaner.equals(text)) {
                return text;
            }
            text = cleaner;
        }
        return once(text.replace("`", ""));
    }

    private static String once(String line) {
        String text = invisible(ANSI.matcher(line).replaceAll(""));
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        text = ARGUMENTS.matcher(text).replaceAll("$1");
        text = FENCE.matcher(text).replaceAll("`");
        text = ESCAPED.matcher(text).replaceAll("");
        if (text.chars().filter(c -> c == '`').count() % 2 == 1) {
            text = text.replace("`", "");
        }
        text = COMMAND.matcher(outsideCode(text)).replaceAll("");
        text = DEFINITION.matcher(text).replaceFirst("$1:");
        return withoutLead(text).strip();
    }

    private static String withoutLead(String text) {
        Matcher lead = LEAD.matcher(text);
        int from = 0;
        while (lead.region(from, text.length()).lookingAt() && lead.end() > from) {
            from = lead.end();
        }
        return text.substring(from);
    }

    private static String invisible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean blank = c >= '\t' && c <= '\r' || c == 0x85 || type == Character.LINE_SEPARATOR;
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

    /** Variation selectors, fillers and tag characters carry text that nobody sees. */
    private static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xE0000 && c <= 0xE0FFF
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x2800;
    }

    private static String outsideCode(String text) {
        String[] parts = text.split("`", -1);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < parts.length; i++) {
            boolean isCode = i % 2 == 1;
            String part = isCode ? parts[i] : Markup.neutral(parts[i]);
            out.append(i > 0 ? "`" : "");
            out.append(!isCode && i > 0 && part.startsWith("`") ? " " : "").append(part);
            out.append(!isCode && i + 1 < parts.length && part.endsWith("`") ? " " : "");
        }
        return out.toString();
    }
}
