package dev.expertd.expertise;

import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An expertise file as text that can be read and spliced. Lines go in and come out; every other byte stays.
 *
 * <p>Sections are the four exact, lower-case headings under whatever parent; their Title Case twins, which stand in the
 * same file in some projects, are prose.
 */
public final class ExpertiseText {
    private static final int MAX_BYTES = 4 << 20;
    static final Pattern LEARNINGS = Pattern.compile("(?:Part \\d+: )?Learnings(?: .*)?");

    private final byte[] bytes;
    private final int bom;
    final Lines lines;
    final FrontMatter frontMatter;
    final Outline outline;
    private final Expert.Format format;

    private ExpertiseText(byte[] bytes, Expert.Format format) {
        this.bytes = bytes;
        this.bom = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        byte[] text = Arrays.copyOfRange(bytes, bom, bytes.length);
        this.lines = new Lines(text);
        this.frontMatter = FrontMatter.of(lines);
        this.outline = new Outline(text, frontMatter.lineCount());
        this.format = format;
    }

    /** Reads a file's content; refuses what is no text, is far too large, or holds conflict markers. */
    public static ExpertiseText parse(byte[] bytes, Expert.Format format) throws ExpertiseException {
        if (bytes.length > MAX_BYTES) {
            throw new ExpertiseException("is larger than 4 MiB; split it");
        }
        for (byte value : bytes) {
            if (value == 0) {
                throw new ExpertiseException("is no UTF-8 text; save it as UTF-8");
            }
        }
        ExpertiseText text = new ExpertiseText(bytes, format);
        if (text.hasConflictMarkers()) {
            throw new ExpertiseException("holds conflict markers; resolve them first");
        }
        return text;
    }

    private boolean hasConflictMarkers() {
        boolean ours = false;
        boolean theirs = false;
        for (int i = 0; i < lines.count(); i++) {
            String line = lines.text(i);
            ours |= line.startsWith("<<<<<<< ");
            theirs |= line.startsWith(">>>>>>> ");
        }
        return ours && theirs;
    }

    /** The bullets of a section, each as one text without its marker. A list file has all its items under TIPS. */
    public List<String> bullets(Section section) {
        if (format == Expert.Format.LIST) {
            return section == Section.TIPS
                    ? outline.items.stream().map(this::textOf).toList()
                    : List.of();
        }
        return items(section).stream().map(this::textOf).toList();
    }

    public Map<Section, List<String>> allBullets() {
        Map<Section, List<String>> all = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            all.put(section, bullets(section));
        }
        return all;
    }

    /** The whole file, decoded. */
    public String text() {
        return new String(bytes, bom, bytes.length - bom, StandardCharsets.UTF_8);
    }

    /** True if it begins with a byte order mark. */
    boolean hasBom() {
        return bom > 0;
    }

    /** True if a section stands in the file; always true for a list file that has a list. */
    public boolean has(Section section) {
        return format == Expert.Format.LIST
                ? !outline.items.isEmpty()
                : heading(section).isPresent();
    }

    /**
     * The content with a line added behind the last bullet of the section, with the file's own ending; no blank line is
     * added, removed or merged. A section that is missing is added, with {@code ## Learnings} above it if that is
     * missing too.
     *
     * @param line the text behind the bullet, one line
     */
    public byte[] insert(Section section, String line) {
        List<Outline.Item> items = format == Expert.Format.LIST ? outline.items : items(section);
        if (!items.isEmpty()) {
            Outline.Item last = items.get(items.size() - 1);
            return insertAfter(last.last(), List.of(marker(last) + line));
        }
        if (format == Expert.Format.LIST) {
            return insertAfter(lines.count() - 1, separated(List.of("- " + line)));
        }
        Optional<Outline.Heading> heading = heading(section);
        if (heading.isPresent()) {
            boolean spaced = sistersAreSpaced(section);
            return insertAfter(heading.get().line(), spaced ? List.of("", "- " + line) : List.of("- " + line));
        }
        return insertNewSection(section, line);
    }

    /**
     * The content without the line, if it stands there exactly as a bullet; the inverse of {@link #insert}, so the blank
     * line that the first line of a section was set off with goes with it.
     */
    public Optional<byte[]> remove(Section section, String line) {
        List<Outline.Item> items = format == Expert.Format.LIST ? outline.items : items(section);
        for (int i = items.size() - 1; i >= 0; i--) {
            Outline.Item item = items.get(i);
            if (item.first() == item.last() && textOf(item).equals(line)) {
                boolean setOff = format == Expert.Format.SECTIONS && items.size() == 1 && isSetOff(section, item);
                return Optional.of(without(setOff ? item.first() - 1 : item.first(), item.first()));
            }
        }
        return Optional.empty();
    }

    /** Between heading and item stands one blank line, as it does in most sections with items. */
    private boolean isSetOff(Section section, Outline.Item item) {
        int before = item.first() - 1;
        return heading(section).filter(found -> found.line() == before - 1).isPresent()
                && lines.isBlank(before)
                && sistersAreSpaced(section);
    }

    /** The content with {@code last_updated} moved on to that moment, in its own shape; unchanged without one. */
    public byte[] touch(LocalDateTime now) {
        return frontMatter
                .touched(now)
                .map(line -> replace(frontMatter.lastUpdatedLine(), line))
                .orElse(bytes);
    }

    private byte[] insertNewSection(Section section, String line) {
        Optional<Outline.Heading> parent = outline.headings.stream()
                .filter(heading -> LEARNINGS.matcher(heading.text()).matches())
                .reduce((first, second) -> second);
        String name = "### " + section.heading();
        if (parent.isPresent()) {
            int end = endOf(parent.get());
            while (end > parent.get().line() && lines.isBlank(end)) {
                end--;
            }
            return insertAfter(end, List.of("", name, "- " + line));
        }
        return insertAfter(lines.count() - 1, separated(List.of("## Learnings", "", name, "- " + line)));
    }

    private List<String> separated(List<String> added) {
        boolean needed = lines.count() > 0 && !lines.isBlank(lines.count() - 1);
        List<String> result = new ArrayList<>(needed ? List.of("") : List.of());
        result.addAll(added);
        return result;
    }

    Optional<Outline.Heading> heading(Section section) {
        return outline.headings.stream()
                .filter(heading -> heading.text().equals(section.heading()))
                .reduce((first, second) -> second);
    }

    List<Outline.Item> items(Section section) {
        Optional<Outline.Heading> heading = heading(section);
        if (heading.isEmpty()) {
            return List.of();
        }
        int end = endOf(heading.get());
        return outline.items.stream()
                .filter(item -> item.first() > heading.get().line() && item.first() <= end)
                .toList();
    }

    /** The last line before the next heading of the same or a higher level. */
    private int endOf(Outline.Heading heading) {
        return outline.headings.stream()
                        .filter(next -> next.line() > heading.line() && next.level() <= heading.level())
                        .findFirst()
                        .map(Outline.Heading::line)
                        .orElse(lines.count())
                - 1;
    }

    private boolean sistersAreSpaced(Section section) {
        int spaced = 0;
        int tight = 0;
        for (Section sister : Section.values()) {
            List<Outline.Item> items = items(sister);
            Optional<Outline.Heading> heading = heading(sister);
            if (sister != section && heading.isPresent() && !items.isEmpty()) {
                boolean blank = items.get(0).first() > heading.get().line() + 1;
                spaced += blank ? 1 : 0;
                tight += blank ? 0 : 1;
            }
        }
        return spaced > tight;
    }

    private String marker(Outline.Item item) {
        String line = lines.text(item.first()).stripLeading();
        return line.isEmpty() ? "- " : line.charAt(0) + " ";
    }

    private String textOf(Outline.Item item) {
        StringBuilder text = new StringBuilder();
        for (int i = item.first(); i <= item.last(); i++) {
            String line = lines.text(i).strip();
            text.append(
                    i == item.first()
                            ? line.substring(Math.min(1, line.length())).strip()
                            : " " + line);
        }
        return text.toString().strip();
    }

    private byte[] insertAfter(int line, List<String> added) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 400);
        out.write(bytes, 0, bom);
        String ending = lines.usualEnding();
        if (lines.count() == 0) {
            added.forEach(text -> out.writeBytes((text + ending).getBytes(StandardCharsets.UTF_8)));
        }
        for (int i = 0; i < lines.count(); i++) {
            out.writeBytes(lines.raw(i));
            if (i == line) {
                boolean open = lines.ending(i).isEmpty();
                String own = open ? ending : lines.ending(i);
                for (String text : added) {
                    out.writeBytes((open ? own + text : text + own).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return out.toByteArray();
    }

    private byte[] without(int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, bom);
        boolean lastIsOpen = to == lines.count() - 1 && lines.ending(to).isEmpty();
        for (int i = 0; i < lines.count(); i++) {
            byte[] raw = lines.raw(i);
            if (i == from - 1 && lastIsOpen) {
                out.write(raw, 0, raw.length - lines.ending(i).length());
            } else if (i < from || i > to) {
                out.writeBytes(raw);
            }
        }
        return out.toByteArray();
    }

    private byte[] replace(int line, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 20);
        out.write(bytes, 0, bom);
        for (int i = 0; i < lines.count(); i++) {
            out.writeBytes(i == line ? (text + lines.ending(i)).getBytes(StandardCharsets.UTF_8) : lines.raw(i));
        }
        return out.toByteArray();
    }
}
