package dev.expertd.model;

import java.util.List;
import java.util.Objects;

/**
 * A named domain with one expertise file.
 *
 * @param file path of the expertise file, relative to the work tree, with forward slashes
 * @param owns globs of the paths that belong to it; empty when only the file itself tells
 */
public record Expert(String name, String file, Format format, List<String> owns) {
    /** How learnings stand in the file. */
    public enum Format {
        /** Under the four section headings. */
        SECTIONS,
        /** In one single list. */
        LIST,
        /** In the list under a heading {@code ## Learnings} of a file that is about more, such as CLAUDE.md. */
        PART,
        /** In the lists of a YAML file. */
        YAML;

        /** What a file of that name usually is. */
        public static Format usualOf(String file) {
            return file.endsWith(".yaml") || file.endsWith(".yml") ? YAML : SECTIONS;
        }

        /** The section that a line of some section is kept under. */
        public Section shelf(Section section) {
            return this == LIST || this == PART ? Section.TIPS : section;
        }
    }

    public Expert {
        if (name.isEmpty() || file.isEmpty()) {
            throw new IllegalArgumentException("an expert needs a name and a file");
        }
        Objects.requireNonNull(format, "format");
        owns = List.copyOf(owns);
    }
}
