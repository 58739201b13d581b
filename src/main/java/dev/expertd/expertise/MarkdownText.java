package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown file with learnings. What was spliced is read again before it is given out: the line must stand in its
 * section, and every heading and every other item must be what it was, or the file is left alone.
 */
abstract class MarkdownText implements ExpertiseText {
    /** Lines from the first to the last, from 0. */
    record Span(int first, int last) {}

    final Lines lines;
    final Bullets bullets;
    private final byte[] bytes;
    final FrontMatter frontMatter;
    private final Map<Section, List<String>> read = new EnumMap<>(Section.class);
    private @Nullable Outline outline;

    MarkdownText(byte[] bytes) {
        this.bytes = bytes;
        this.lines = new Lines(bytes);
        this.frontMatter = FrontMatter.of(lines);
        this.bullets = new Bullets(lines);
    }

    /** Read when it is first asked for: a new date needs none. */
    final Outline outline() {
        Outline found = outline;
        if (found == null) {
            found = new Outline(lines, frontMatter.lineCount());
            outline = found;
        }
        return found;
    }

    /** The items of a section, those that show its habit last. */
    abstract List<Outline.Item> itemsOf(Section section);

    @Override
    public final List<String> bullets(Section section) {
        return read.computeIfAbsent(
                section, key -> itemsOf(key).stream().map(bullets::textOf).toList());
    }

    /** The content with the line, not yet read again. */
    abstract byte[] spliced(Section section, String line) throws ExpertiseException;

    /** The lines that {@link #spliced} would have added for an item that stands there. */
    abstract Optional<Span> added(Section section, String line);

    /** The same kind of text with other content. */
    abstract MarkdownText reread(byte[] content);

    @Override
    public final String text() {
        return lines.text();
    }

    @Override
    public final byte[] insert(Section section, String line) throws ExpertiseException {
        byte[] content = spliced(section, line);
        MarkdownText after = reread(content);
        int headings = after.outline().headings.size() - outline().headings.size();
        boolean fine = after.outline().items.size() == outline().items.size() + 1
                && (has(section) ? headings == 0 : headings > 0)
                && isWithin(headings(), after.headings());
        for (Section each : Section.values()) {
            List<String> rest = new ArrayList<>(after.bullets(each));
            fine &= (each != section || rest.remove(line)) && rest.equals(bullets(each));
        }
        if (!fine) {
            throw new ExpertiseException("cannot take a line under `" + section.heading()
                    + "`, since it would change what stands around it; close code blocks and comments that are open");
        }
        return content;
    }

    private List<String> headings() {
        return outline().headings.stream()
                .map(heading -> heading.level() + " " + heading.text())
                .toList();
    }

    /** True if all of them come in that order among the others. */
    private static boolean isWithin(List<String> few, List<String> many) {
        Iterator<String> rest = many.iterator();
        for (String each : few) {
            boolean found = false;
            while (!found && rest.hasNext()) {
                found = rest.next().equals(each);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final Optional<byte[]> remove(Section section, String line) {
        return added(section, line).map(span -> lines.without(span.first(), span.last()));
    }

    @Override
    public final byte[] touch(LocalDateTime now) {
        return frontMatter
                .touched(now)
                .map(line -> lines.replaced(frontMatter.lastUpdatedLine(), line))
                .orElse(bytes);
    }

    /** The last of some items that stands on one line and says just that. */
    final Optional<Outline.Item> item(List<Outline.Item> items, String line) {
        return items.stream()
                .filter(item -> item.first() == item.last())
                .filter(item -> bullets.textOf(item).equals(line))
                .reduce((first, second) -> second);
    }

    /** The item, with the blank line that sets it off from the item before, from text, or from a heading if asked. */
    final Span withGap(Outline.Item item, List<Outline.Item> items, boolean fromHeading) {
        int before = item.first() - 1;
        if (before < 0 || !lines.isBlank(before)) {
            return new Span(item.first(), item.first());
        }
        List<Outline.Item> others =
                items.stream().filter(other -> !other.equals(item)).toList();
        boolean alone = others.stream().noneMatch(other -> other.list() == item.list());
        boolean underHeading = outline()
                .above(item.first())
                .filter(heading -> heading.last() == before - 1)
                .isPresent();
        boolean gap = alone ? !underHeading || fromHeading : bullets.areSpaced(item.list(), others);
        return new Span(gap ? before : item.first(), item.first());
    }
}
