package dev.expertd.expertise;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the items of Markdown lists are written in one file: marker, indentation, and the lines between them. */
final class Bullets {
    private static final Pattern MARKER = Pattern.compile("^( {0,3})([-*+]|(\\d{1,9})([.)]))([ \\t]{1,4}(?![ \\t])|)");

    private final Lines lines;

    Bullets(Lines lines) {
        this.lines = lines;
    }

    /** The text of an item without its marker; what stands on several lines becomes one. */
    String textOf(Outline.Item item) {
        String first = lines.text(item.first());
        Matcher marker = MARKER.matcher(first);
        StringBuilder text =
                new StringBuilder(marker.find() ? first.substring(marker.end()).strip() : first.strip());
        for (int i = item.first() + 1; i <= item.last(); i++) {
            text.append(' ').append(lines.text(i).strip());
        }
        return text.toString().strip();
    }

    /** What the lines of a new item are that is to follow another: its siblings' marker, set off as they are. */
    List<String> following(Outline.Item last, List<Outline.Item> items, String line) {
        List<String> added = new ArrayList<>();
        if (areSpaced(last.list(), items)) {
            added.add("");
        }
        added.add(markerAfter(last) + line);
        return added;
    }

    /** True if each item of that list is set off from the one before by a blank line. */
    boolean areSpaced(int list, List<Outline.Item> items) {
        List<Outline.Item> siblings =
                items.stream().filter(item -> item.list() == list).toList();
        for (int i = 1; i < siblings.size(); i++) {
            if (siblings.get(i).first() == siblings.get(i - 1).last() + 1) {
                return false;
            }
        }
        return siblings.size() > 1;
    }

    private String markerAfter(Outline.Item item) {
        Matcher marker = MARKER.matcher(lines.text(item.first()));
        if (!marker.find()) {
            return "- ";
        }
        String gap = marker.group(5).isEmpty() ? " " : marker.group(5);
        String sign = marker.group(3) == null
                ? marker.group(2)
                : (Long.parseLong(marker.group(3)) + 1) + Objects.requireNonNull(marker.group(4));
        return marker.group(1) + sign + gap;
    }
}
