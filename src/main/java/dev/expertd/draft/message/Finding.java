package dev.expertd.draft.message;

import dev.expertd.model.Section;

/**
 * A lesson found in a message, not yet in its final wording.
 *
 * @param statement symptom or rule
 * @param detail what to do, or why; may be empty
 * @param score as the trial of the rules has it: 3 is worth a draft
 */
record Finding(Section section, String statement, String detail, double score) {
    static final double WORTH_A_DRAFT = 3;

    private static final double REPAIR = 0.5;

    /** A commit that calls itself a repair and gives cause and cure is believed a little more. */
    Finding surer() {
        return detail.isEmpty() ? this : new Finding(section, statement, detail, score + REPAIR);
    }

    Finding withDetail(String other) {
        return new Finding(section, statement, other, score);
    }
}
