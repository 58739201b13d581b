package dev.expertd.model;

import java.util.Objects;

/**
 * Why something taught nothing.
 *
 * @param subject what was refused: a commit's subject, a draft's text, a test's name
 * @param reason a sentence that a user can read
 */
public record Refusal(String subject, String reason) {
    /** The subject under which an act's other experts are told with their scores; nothing was refused. */
    public static final String OTHER_EXPERTS = "other experts";

    public Refusal {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(reason, "reason");
    }

    public boolean isOtherExperts() {
        return subject.equals(OTHER_EXPERTS);
    }
}
