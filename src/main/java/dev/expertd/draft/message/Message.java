package dev.expertd.draft.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A commit message taken apart.
 *
 * @param subject the first line
 * @param units what follows, trailers, quotes and fences left out
 */
record Message(String subject, List<Unit> units) {
    private static final int LIMIT = 20_000;
    private static final Pattern TRAILER = Pattern.compile(
            "(?i)^\\s*(?:(?:co-authored-by|signed-off-by|reviewed-by|reviewed-on|reviewers?|acked-by|tested-by|reported-by|suggested-by|helped-by|mentored-by|cc|change-id|bug|pr|pr-url|link|refs?|issue|author|differential revision|piperorigin-revid)\\s*:"
                    + "|(?:see(?: also)?|closes?|fix(?:es|ed)?|resolves?|issue|refs?|gh|bug)\\s*:?\\s*(?:#\\d|gh-\\d|https?:|[A-Z]+-\\d+\\s*$|[\\w-]+/[\\w-]+#\\d)|\\(?cherry.picked from|generated with)");
    private static final Pattern LONE_URL = Pattern.compile("^\\s*<?https?://\\S+\\s*$");
    private static final Pattern TOOL_OUTPUT =
            Pattern.compile("^\\s+(?:error|warning|note|fatal|E|at)\\b.{0,3}[:\\[(].*");
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*\u2022]|\\d{1,2}[.)])\\s+(.*)$");
    private static final Pattern HEADING = Pattern.compile("^(?:#{1,6}\\s+.{1,70}|.{2,70}:)$");
    private static final Pattern TICKET = Pattern.compile(
            "\\s*\\((?:(?:fixes|closes|see|resolves|refs?) )?(?:#\\d+|[A-Z]{2,10}-\\d+)(?:[;,][^)]{0,60})?\\)");
    private static final Pattern HTML_COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|\\z)");
    private static final Pattern EMOJI =
            Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2705}\\x{274C}\\x{2728}\\x{26A1}\\x{26A0}\\x{FE0F}]");

    Message {
        units = List.copyOf(units);
    }

    static Message of(String text) {
        String bounded = text.length() > LIMIT ? text.substring(0, LIMIT) : text;
        List<String> lines =
                cleaned(HTML_COMMENT.matcher(Squash.unfolded(bounded)).replaceAll(" "));
        return lines.isEmpty()
                ? new Message("", List.of())
                : new Message(lines.get(0).strip(), new Splitter().split(lines.subList(1, lines.size())));
    }

    private static List<String> cleaned(String text) {
        List<String> lines = new ArrayList<>();
        boolean fenced = false;
        for (String line : text.replace("\r", "").split("\n", -1)) {
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
                continue;
            }
            boolean first = lines.isEmpty();
            String plain = EMOJI.matcher(line).replaceAll("");
            boolean debris = fenced
                    || line.stripLeading().startsWith(">")
                    || LONE_URL.matcher(line).matches();
            boolean trailing = !first
                    && (TRAILER.matcher(plain).find()
                            || TOOL_OUTPUT.matcher(line).matches());
            if (!debris && !trailing && (!first || !line.isBlank())) {
                lines.add(first ? plain : TICKET.matcher(plain).replaceAll(""));
            }
        }
        return lines;
    }

    /** Puts lines together: a paragraph's, an item's with its continuation, each under its heading. */
    private static final class Splitter {
        private final List<Unit> units = new ArrayList<>();
        private StringBuilder open = new StringBuilder();
        private boolean item;
        private String heading = "";
        private String chapter = "";
        private boolean afterBlank = true;

        List<Unit> split(List<String> body) {
            boolean indents =
                    body.stream().anyMatch(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)));
            for (String line : body) {
                take(line, indents);
            }
            flush();
            return units;
        }

        private void take(String line, boolean indents) {
            Matcher matcher = ITEM.matcher(line);
            if (line.isBlank()) {
                flush();
                afterBlank = true;
                return;
            }
            if (Labelled.opens(line)) {
                flush();
                open.append(line.strip());
            } else if (matcher.matches()) {
                flush();
                item = true;
                open.append(matcher.group(1).strip());
            } else if (open.length() == 0) {
                begin(line, indents);
            } else {
                open.append(' ').append(line.strip());
                if (!item && line.endsWith(":")) {
                    heading = lastSentence(open.toString());
                    flush();
                }
            }
            afterBlank = false;
        }

        private void begin(String line, boolean indents) {
            boolean snippet = indents && (line.startsWith("    ") || line.startsWith("\t"));
            if (HEADING.matcher(line.strip()).matches()) {
                heading = line.strip().replaceAll("^#+\\s+|:$", "");
                chapter = line.startsWith("#") ? heading : chapter;
                units.add(new Unit(false, line.strip(), "", chapter));
            } else if (!snippet) {
                heading = afterBlank ? "" : heading;
                item = false;
                open.append(line.strip());
            }
        }

        private static String lastSentence(String text) {
            List<String> sentences = Sentences.of(text);
            return sentences.get(sentences.size() - 1).replaceAll(":$", "");
        }

        private void flush() {
            if (open.length() > 0) {
                units.add(new Unit(item, open.toString().strip(), item ? heading : "", chapter));
                open = new StringBuilder();
            }
            item = false;
        }
    }
}
