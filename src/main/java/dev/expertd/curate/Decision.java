package dev.expertd.curate;

import dev.expertd.redact.Redacted;

/** What becomes of a candidate. */
public sealed interface Decision {
    Candidate candidate();

    /** It will be written. */
    record Kept(Candidate candidate, Redacted text) implements Decision {}

    /**
     * It will not be written.
     *
     * @param reason a sentence for the user
     * @param repeats the text of a lesson learned before that says the same; empty if none does
     */
    record Dropped(Candidate candidate, Redacted text, String reason, String repeats) implements Decision {
        Dropped(Candidate candidate, Redacted text, String reason) {
            this(candidate, text, reason, "");
        }
    }

    /** It waits, and {@code reason} says why. */
    record Held(Candidate candidate, Redacted text, Until until, String reason) implements Decision {}

    /** What a held one waits for. */
    enum Until {
        A_PERSON_DECIDES,
        TOMORROW
    }
}
