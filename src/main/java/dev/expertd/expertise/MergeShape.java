package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where the learnings of a file stand, as all three texts of a merge together say. */
enum MergeShape {
    /** Under the headings of the four sections. */
    SECTIONS,
    /** In the lists below a heading {@code Learnings}; there may be others. */
    LEARNINGS,
    /** In all lists. */
    LIST;

    static MergeShape of(List<SectionedText> texts) {
        MergeShape shape = LIST;
        for (SectionedText text : texts) {
            for (Section section : Section.values()) {
                if (text.has(section)) {
                    return SECTIONS;
                }
            }
            if (!learnings(text).isEmpty()) {
                shape = LEARNINGS;
            }
        }
        return shape;
    }

    /** The learnings by the line that each begins in. */
    Map<Integer, Outline.Item> items(SectionedText text) {
        List<Outline.Item> items = new ArrayList<>();
        switch (this) {
            case SECTIONS -> {
                for (Section section : Section.values()) {
                    items.addAll(text.items(section));
                }
            }
            case LEARNINGS ->
                text.outline().items.stream()
                        .filter(item -> isLearning(text, item))
                        .forEach(items::add);
            case LIST -> items.addAll(text.outline().items);
        }
        Map<Integer, Outline.Item> byLine = new HashMap<>();
        items.stream().filter(item -> !item.numbered()).forEach(item -> byLine.putIfAbsent(item.first(), item));
        return byLine;
    }

    /** The section of each learning by the line that it begins in; none where the file has one list. */
    Map<Integer, String> groups(SectionedText text) {
        Map<Integer, String> groups = new HashMap<>();
        if (this == SECTIONS) {
            for (Section section : Section.values()) {
                text.items(section).forEach(item -> groups.putIfAbsent(item.first(), section.heading()));
            }
        }
        return groups;
    }

    /** The lines with the headings that come with learnings. */
    Set<Integer> titles(SectionedText text) {
        Set<Integer> titles = new TreeSet<>();
        if (this != LIST) {
            learnings(text).forEach(heading -> titles.add(heading.line()));
        }
        if (this == SECTIONS) {
            for (Section section : Section.values()) {
                text.heading(section).ifPresent(heading -> titles.add(heading.line()));
            }
        }
        return titles;
    }

    private static boolean isLearning(SectionedText text, Outline.Item item) {
        int inside = 0;
        for (Outline.Heading heading : text.outline().headings) {
            if (heading.line() > item.first()) {
                break;
            }
            if (isLearnings(heading)) {
                inside = heading.level();
            } else if (heading.level() <= inside) {
                inside = 0;
            }
        }
        return inside > 0;
    }

    private static List<Outline.Heading> learnings(SectionedText text) {
        return text.outline().headings.stream().filter(MergeShape::isLearnings).toList();
    }

    private static boolean isLearnings(Outline.Heading heading) {
        return SectionedText.LEARNINGS.matcher(heading.text()).matches();
    }
}
