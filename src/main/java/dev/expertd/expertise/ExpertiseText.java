package dev.expertd.expertise;

import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An expertise file as text that can be read and spliced. Lines go in and come out; every other byte stays. */
public interface ExpertiseText {
    /** Reads a file's content; refuses what is no text, is far too large, or holds conflict markers. */
    static ExpertiseText parse(byte[] bytes, Expert.Format format) throws ExpertiseException {
        PlainText.check(bytes);
        return switch (format) {
            case SECTIONS -> new SectionedText(bytes);
            case LIST -> new ListText(bytes, false);
            case PART -> new ListText(bytes, true);
            case YAML -> YamlText.of(bytes);
        };
    }

    /** The lines of a section, each as one text without its marker. A file that is one list has all under TIPS. */
    List<String> bullets(Section section);

    /** The lines of all sections. */
    default Map<Section, List<String>> allBullets() {
        Map<Section, List<String>> all = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            all.put(section, bullets(section));
        }
        return all;
    }

    /** The whole file, decoded. */
    String text();

    /** True if there is a place for lines of the section, so that none has to be made. */
    boolean has(Section section);

    /**
     * The content with a line added behind the last one of the section, in the file's own shape and with its own
     * ending. A section that is missing is added at the end.
     *
     * @param line the text behind the bullet, one line
     * @throws ExpertiseException if the line could not stand there without changing what the rest of the file says
     */
    byte[] insert(Section section, String line) throws ExpertiseException;

    /** The content without the line, if it stands there exactly as it is; the inverse of {@link #insert}. */
    Optional<byte[]> remove(Section section, String line);

    /** The content with {@code last_updated} moved on to that moment, in its own shape; unchanged without one. */
    byte[] touch(LocalDateTime now);
}
