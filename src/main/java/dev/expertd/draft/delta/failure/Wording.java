package dev.expertd.draft.delta.failure;

import java.util.Set;
import java.util.regex.Pattern;

/** Makes printed text fit for a sentence: one line, no addresses, no colons that end a headline, nothing cut in a word. */
final class Wording {
    private static final int LONGEST = 4_000;
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]|\\\\[nrt]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern URL = Pattern.compile("https?://\\S{1,300}");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{6,}|@[0-9a-f]{5,8}\\b|\\b1[67]\\d{8,11}\\b");
    private static final Pattern FOLDERS = Pattern.compile("(?<![\\w.])(?:/[\\w.+-]{1,80}){2,20}/(?=[\\w.])");
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z]\\w{0,60}\\.){2,12}(?=[A-Za-z_])");
    private static final Pattern COLON = Pattern.compile(":\\s+");
    private static final Pattern CHARS_LEFT_OUT = Pattern.compile("\\.{3}\\[\\d+ chars]\\.{3}|\\[\\d+ chars]");
    private static final Set<String> DANGLING = Set.of(
            "the", "a", "an", "of", "to", "than", "in", "for", "with", "and", "or", "by", "is", "at", "on", "from",
            "as", "but", "be", "was", "were", "that", "not", "if", "when", "this", "their", "its", "has", "have",
            "would", "after", "before", "been", "are", "use", "just", "no", "can", "cannot", "could", "did", "does",
            "do", "should", "must", "will", "may", "had");

    private Wording() {}

    static String oneLine(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return SPACES.matcher(CONTROL.matcher(bounded).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    static String message(String message) {
        String first = message.lines().findFirst().orElse("");
        String text = oneLine(first.strip().length() > 12 ? first : message);
        text = URL.matcher(text).replaceAll("");
        text = ADDRESS.matcher(text).replaceAll("");
        text = FOLDERS.matcher(text).replaceAll("");
        text = QUALIFIED.matcher(text).replaceAll("");
        text = CHARS_LEFT_OUT.matcher(text).replaceAll("...");
        text = COLON.matcher(text.replace('`', '\'')).replaceAll(" ");
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** In double quotes; a colon inside would end the headline too early. */
    static String quoted(String value) {
        String text = COLON.matcher(value.replace('`', '\'').replace('"', '\''))
                .replaceAll(" ")
                .strip();
        while (text.endsWith(":")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text.isEmpty() ? "nothing" : "\"" + text + "\"";
    }

    /** At most so long, ended at a clause if that leaves most of it, else at a word that can end a sentence. */
    static String clipped(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        String cut = text.substring(0, longest);
        int word = cut.lastIndexOf(' ');
        if (word < longest / 3) {
            return cut;
        }
        int clause = Math.max(
                Math.max(cut.lastIndexOf(", "), cut.lastIndexOf("; ")),
                Math.max(cut.lastIndexOf(". "), cut.lastIndexOf(" - ")));
        String end = clause > longest * 2 / 3 ? cut.substring(0, clause) : cut.substring(0, word);
        int space = end.lastIndexOf(' ');
        while (space > longest / 3 && DANGLING.contains(end.substring(space + 1).replaceAll("\\W", ""))) {
            end = end.substring(0, space);
            space = end.lastIndexOf(' ');
        }
        while (!end.isEmpty() && ",;:(-[{=".indexOf(end.charAt(end.length() - 1)) >= 0) {
            end = end.substring(0, end.length() - 1).strip();
        }
        return end;
    }

    /** At most so long, ended behind a word. */
    static String words(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest);
        return text.substring(0, space < longest / 2 ? longest : space);
    }

    /** Characters [from, to) widened to whole words, at most so many. */
    static String window(String text, int from, int to, int longest) {
        int start = Math.min(from, text.length());
        int end = Math.min(Math.max(to, start), text.length());
        while (start > 0 && text.charAt(start - 1) != ' ' && end - start < longest) {
            start--;
        }
        while (end < text.length() && text.charAt(end) != ' ' && end - start < longest) {
            end++;
        }
        return text.substring(start, Math.min(end, start + longest)).strip();
    }
}
