package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file with the four sections: the exact, lower-case headings under whatever parent. Their Title Case twins, which
 * stand in the same file in some projects, are prose.
 */
final class SectionedText extends MarkdownText {
    private static final String PARENT = "Learnings";
    static final Pattern LEARNINGS = Pattern.compile("(?:Part \\d+: )?Learnings(?: .*)?");
    private static final int DEEPEST = 6;

    SectionedText(byte[] bytes) {
        super(bytes);
    }

    /** Refuses what is no text, is far too large, or holds conflict markers. */
    static SectionedText checked(byte[] bytes) throws ExpertiseException {
        PlainText.check(bytes);
        return new SectionedText(bytes);
    }

    @Override
    MarkdownText reread(byte[] content) {
        return new SectionedText(content);
    }

    @Override
    List<Outline.Item> itemsOf(Section section) {
        return items(section);
    }

    @Override
    public boolean has(Section section) {
        return heading(section).isPresent();
    }

    @Override
    byte[] spliced(Section section, String line) {
        Optional<Outline.Heading> heading = heading(section);
        if (heading.isEmpty()) {
            return withSection(section, line);
        }
        List<Outline.Item> items = direct(section);
        if (!items.isEmpty()) {
            Outline.Item last = items.get(items.size() - 1);
            return lines.with(last.last(), bullets.following(last, items, line));
        }
        Optional<Outline.Block> prose =
                outline().lastBlockBetween(heading.get().last() + 1, outline().endOfText(heading.get()));
        if (prose.isPresent()) {
            return lines.with(prose.get().last(), List.of("", "- " + line));
        }
        return lines.with(
                heading.get().last(), sistersAreSpaced(section) ? List.of("", "- " + line) : List.of("- " + line));
    }

    @Override
    Optional<Span> added(Section section, String line) {
        List<Outline.Item> items = items(section);
        return item(items, line)
                .map(item -> items.size() == 1 && isOwnPart(item)
                        ? new Span(Math.max(0, item.first() - 5), item.first())
                        : withGap(item, items, sistersAreSpaced(section)));
    }

    /** The item ends the file under headings that hold nothing else, laid out as {@link #withSection} does it. */
    private boolean isOwnPart(Outline.Item item) {
        int last = outline().headings.size() - 1;
        if (last < 1 || item.first() != lines.count() - 1) {
            return false;
        }
        Outline.Heading section = outline().headings.get(last);
        Outline.Heading parent = outline().headings.get(last - 1);
        int first = parent.line();
        return parent.text().equals(PARENT)
                && parent.level() == 2
                && section.level() == 3
                && section.line() == first + 2
                && item.first() == first + 4
                && (first == 0 || lines.isBlank(first - 1))
                && lines.isBlank(first + 1)
                && lines.isBlank(first + 3);
    }

    /** Behind the other sections, else under the heading that says so, else both at the end of the file. */
    private byte[] withSection(Section section, String line) {
        Optional<Outline.Heading> sister = Stream.of(Section.values())
                .flatMap(each -> heading(each).stream())
                .max((one, other) -> Integer.compare(one.line(), other.line()));
        Optional<Outline.Heading> above = sister.isPresent()
                ? sister
                : outline().headings.stream()
                        .filter(heading -> heading.level() > 1
                                && LEARNINGS.matcher(heading.text()).matches())
                        .reduce((first, second) -> second);
        if (above.isEmpty()) {
            List<String> added = new ArrayList<>(lines.count() == 0 ? List.of() : List.of(""));
            added.addAll(List.of("## " + PARENT, "", "### " + section.heading(), "", "- " + line));
            return lines.with(lines.count() - 1, added);
        }
        int level = Math.min(DEEPEST, above.get().level() + (sister.isPresent() ? 0 : 1));
        List<String> added = new ArrayList<>(List.of("", "#".repeat(level) + " " + section.heading()));
        if (sistersAreSpaced(section)) {
            added.add("");
        }
        added.add("- " + line);
        return lines.with(lastOf(above.get()), added);
    }

    /** The last line of what a heading is about, rules and blank lines behind it left out. */
    private int lastOf(Outline.Heading heading) {
        int end = outline().endOf(heading);
        int last = outline()
                .lastBlockBetween(heading.line(), end)
                .map(Outline.Block::last)
                .orElse(-1);
        return outline().headings.stream()
                .filter(each -> each.line() >= heading.line() && each.line() <= end)
                .mapToInt(Outline.Heading::last)
                .reduce(last, Math::max);
    }

    Optional<Outline.Heading> heading(Section section) {
        return outline().headings.stream()
                .filter(heading -> heading.text().equals(section.heading()))
                .reduce((first, second) -> second);
    }

    List<Outline.Item> items(Section section) {
        return heading(section)
                .map(heading -> outline().itemsBetween(heading.line(), outline().endOf(heading)))
                .orElse(List.of());
    }

    /** Those that stand under no further heading, if there are any. */
    private List<Outline.Item> direct(Section section) {
        List<Outline.Item> all = items(section);
        List<Outline.Item> direct = all.stream()
                .filter(item -> outline().above(item.first()).equals(heading(section)))
                .toList();
        return direct.isEmpty() ? all : direct;
    }

    /** In most other sections that have items, a blank line stands below the heading. */
    private boolean sistersAreSpaced(Section section) {
        int spaced = 0;
        int tight = 0;
        for (Section sister : Section.values()) {
            List<Outline.Item> items = items(sister);
            Optional<Outline.Heading> heading = heading(sister);
            if (sister != section && heading.isPresent() && !items.isEmpty()) {
                boolean blank = items.get(0).first() > heading.get().last() + 1;
                spaced += blank ? 1 : 0;
                tight += blank ? 0 : 1;
            }
        }
        return spaced > tight;
    }
}
