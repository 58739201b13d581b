package dev.expertd.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An expertise file as curation needs it.
 *
 * @param bullets the text of every bullet by section, without the leading dash; LIST files keep theirs under TIPS
 * @param text the whole file, decoded
 */
public record ExpertView(Expert expert, Map<Section, List<String>> bullets, String text) {
    public ExpertView {
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(text, "text");
        EnumMap<Section, List<String>> copy = new EnumMap<>(Section.class);
        bullets.forEach((section, lines) -> copy.put(section, List.copyOf(lines)));
        bullets = Collections.unmodifiableMap(copy);
    }

    /** The bullets of all sections, section by section. */
    public List<String> allBullets() {
        return bullets.values().stream().flatMap(List::stream).toList();
    }

    public List<String> bulletsOf(Section section) {
        return bullets.getOrDefault(section, List.of());
    }
}
