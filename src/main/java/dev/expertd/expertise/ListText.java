package dev.expertd.expertise;

import dev.expertd.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file with one list of learnings, such as LEARNINGS.md, or the part of a larger file under a heading
 * {@code ## Learnings}, of which nothing but that part's list is ever written.
 *
 * <p>Where the file is not one list, as one with a heading for each record or each topic, lines get a list of their own
 * under that heading at its end: no heading of somebody else's is taken to mean what a line means.
 */
final class ListText extends MarkdownText {
    private static final String OWN = "Learnings";
    private static final Pattern NAMED = Pattern.compile("(?:Part \\d+: )?Learnings|Lessons(?: [Ll]earned)?");
    private static final Pattern DAY = Pattern.compile("\\[?(\\d{4}-\\d{2}-\\d{2})]?");

    private final boolean part;
    private final Optional<Outline.Heading> named;
    private @Nullable List<Outline.Item> home;

    /**
     * Reads a list.
     *
     * @param part only what stands under the heading is a list of learnings
     */
    ListText(byte[] bytes, boolean part) {
        super(bytes);
        this.part = part;
        this.named = part ? partIn(outline()) : named(outline());
    }

    private static Optional<Outline.Heading> named(Outline document) {
        return document.headings.stream()
                .filter(heading ->
                        heading.level() > 1 && NAMED.matcher(heading.text()).matches())
                .reduce((first, second) -> second);
    }

    private static Optional<Outline.Heading> partIn(Outline document) {
        return document.headings.stream()
                .filter(heading -> heading.level() > 1 && heading.text().equals(OWN))
                .reduce((first, second) -> second);
    }

    /** True if the content holds a part of that kind. */
    static boolean holdsPart(byte[] bytes) {
        Lines lines = new Lines(bytes);
        return partIn(new Outline(lines, FrontMatter.of(lines).lineCount())).isPresent();
    }

    @Override
    MarkdownText reread(byte[] content) {
        return new ListText(content, part);
    }

    /** Those of the home list come last, since the newest show the habit. */
    @Override
    List<Outline.Item> itemsOf(Section section) {
        if (section != Section.TIPS) {
            return List.of();
        }
        List<Outline.Item> home = home();
        if (part || home.size() == outline().items.size()) {
            return home;
        }
        Set<Outline.Item> own = Set.copyOf(home);
        return Stream.concat(outline().items.stream().filter(item -> !own.contains(item)), home.stream())
                .toList();
    }

    @Override
    public boolean has(Section section) {
        return named.isPresent() || !part && (!home().isEmpty() || isPlain());
    }

    @Override
    byte[] spliced(Section section, String line) throws ExpertiseException {
        List<Outline.Item> home = home();
        if (!home.isEmpty()) {
            Outline.Item last = home.get(home.size() - 1);
            return lines.with(last.last(), bullets.following(last, home, line));
        }
        if (named.isPresent()) {
            int last = lastOf(named.get());
            boolean tight = last == named.get().last() && (!part || !isAiry());
            return lines.with(last, tight ? List.of("- " + line) : List.of("", "- " + line));
        }
        if (part) {
            throw new ExpertiseException(
                    "has no heading `## " + OWN + "` any more; add it or take the file out of the settings");
        }
        List<String> added = new ArrayList<>(lines.count() == 0 ? List.of() : List.of(""));
        if (!isPlain()) {
            added.addAll(List.of("## " + OWN, ""));
        }
        added.add("- " + line);
        return lines.with(lines.count() - 1, added);
    }

    @Override
    Optional<Span> added(Section section, String line) {
        List<Outline.Item> home = home();
        if (section != Section.TIPS) {
            return Optional.empty();
        }
        return item(home, line)
                .or(() -> part ? Optional.empty() : item(outline().items, line))
                .map(item -> home.size() == 1 && isOwnPart(item)
                        ? new Span(Math.max(0, item.first() - 3), item.first())
                        : withGap(item, home.contains(item) ? home : outline().items, true));
    }

    /** The item ends a file of other things, under a heading of its own, laid out as {@link #spliced} does it. */
    private boolean isOwnPart(Outline.Item item) {
        int first = item.first() - 2;
        return !part
                && outline().headings.size() > 2
                && item.first() == lines.count() - 1
                && named.filter(heading -> heading.line() == first && heading.level() == 2)
                        .isPresent()
                && lines.isBlank(first + 1)
                && lines.isBlank(first - 1);
    }

    /** What stands right under the heading, without the parts below it. */
    private int lastOf(Outline.Heading heading) {
        return outline()
                .lastBlockBetween(heading.last() + 1, outline().endOfText(heading))
                .map(Outline.Block::last)
                .orElse(heading.last());
    }

    /** Below most of the file's headings stands a blank line. */
    private boolean isAiry() {
        long tight = outline().headings.stream()
                .filter(heading -> heading.last() + 1 < lines.count() && !lines.isBlank(heading.last() + 1))
                .count();
        return tight * 2 < outline().headings.size();
    }

    /** No headings but a title: the whole file is about one thing. */
    private boolean isPlain() {
        return outline().headings.stream()
                                .filter(heading -> heading.level() > 1)
                                .count()
                        <= 1
                && outline().headings.size() <= 2;
    }

    /** The list that the next line belongs to; empty if there is none. */
    private List<Outline.Item> home() {
        List<Outline.Item> found = home;
        if (found == null) {
            found = findHome();
            home = found;
        }
        return found;
    }

    private List<Outline.Item> findHome() {
        if (named.isPresent()) {
            Outline.Heading heading = named.get();
            List<Outline.Item> direct =
                    outline().itemsBetween(heading.line(), outline().endOfText(heading));
            return direct.isEmpty()
                    ? newestDay(outline().itemsBetween(heading.line(), outline().endOf(heading)))
                    : direct;
        }
        if (part || outline().items.isEmpty()) {
            return List.of();
        }
        return isPlain() ? outline().items : newestDay(outline().items);
    }

    /** The items under the latest of headings that are days; empty if some stand under another kind of heading. */
    private List<Outline.Item> newestDay(List<Outline.Item> items) {
        String newest = "";
        List<Outline.Item> result = new ArrayList<>();
        for (Outline.Item item : items) {
            String day = outline()
                    .above(item.first())
                    .map(heading -> DAY.matcher(heading.text()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .orElse("");
            if (day.isEmpty()) {
                return List.of();
            }
            if (day.compareTo(newest) > 0) {
                newest = day;
                result.clear();
            }
            if (day.equals(newest)) {
                result.add(item);
            }
        }
        return result;
    }
}
