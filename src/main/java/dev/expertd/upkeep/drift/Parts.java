package dev.expertd.upkeep.drift;

import dev.expertd.model.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines of an expertise file with the headings that they stand under. Sections for learnings are left out: what was
 * learned once is history, and not a description of the code.
 */
final class Parts {
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*\\s*$");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})");
    private static final Pattern HISTORY = Pattern.compile("(?i).*\\b(?:learnings|change ?log|history)\\b.*");
    private static final int LONGEST_LINE = 4_000;

    private Parts() {}

    /**
     * A line that describes.
     *
     * @param number from 1
     * @param part the headings above it, the outer first
     */
    record Line(int number, String text, String part, boolean fenced) {
        private static final Pattern PAST = Pattern.compile(
                "(?i)\\b(?:removed|deleted|dropped|retired|gone|no longer|(?:do not|don't|never) (?:reintroduce|re-?add"
                        + "|bring back|restore)|used to|formerly|was (?:renamed|replaced|moved|merged)|superseded"
                        + "|instead of the old)\\b|~~");

        /** It says itself that something is a thing of the past: then that it is gone is no news. */
        boolean tellsOfThePast() {
            return PAST.matcher(text).find();
        }

        boolean isRow() {
            return !fenced && text.stripLeading().startsWith("|");
        }
    }

    static List<Line> read(byte[] content) {
        List<Line> lines = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        String fence = "";
        String[] all = new String(content, StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            String text = all[i].length() > LONGEST_LINE ? "" : all[i];
            Matcher mark = FENCE.matcher(text);
            boolean isMark = mark.find();
            Matcher heading = HEADING.matcher(text);
            if (fence.isEmpty() && isMark) {
                fence = mark.group(1);
            } else if (!fence.isEmpty() && isMark && mark.group(1).startsWith(fence)) {
                fence = "";
            } else if (fence.isEmpty() && heading.find()) {
                int level = heading.group(1).length();
                while (!levels.isEmpty() && levels.get(levels.size() - 1) >= level) {
                    levels.remove(levels.size() - 1);
                    titles.remove(titles.size() - 1);
                }
                levels.add(level);
                titles.add(heading.group(2));
            }
            if (titles.stream().noneMatch(Parts::isHistory)) {
                lines.add(new Line(i + 1, text, name(titles), !fence.isEmpty() || isMark));
            }
        }
        return lines;
    }

    /** The title of the document itself says nothing. */
    private static String name(List<String> titles) {
        return String.join(" > ", titles.size() > 1 ? titles.subList(1, titles.size()) : titles);
    }

    private static boolean isHistory(String title) {
        return HISTORY.matcher(title).matches()
                || Stream.of(Section.values())
                        .anyMatch(section -> section.heading().equals(title));
    }
}
