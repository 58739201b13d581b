package dev.expertd.journal;

import dev.expertd.io.Hash;
import dev.expertd.model.Section;

/** The id of a learning: ten hex digits over what makes it this one, so that drafting it again stores nothing. */
public final class LearningId {
    private static final int BYTES = 5;

    private LearningId() {}

    /** {@code from} is the act that the line was drafted from, or the line that was moved. */
    public static String of(String from, String expert, Section section, String text) {
        return Hash.hex(BYTES, from + '\n' + expert + '\n' + section + '\n' + text);
    }
}
