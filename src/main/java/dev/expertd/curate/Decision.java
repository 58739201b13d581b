package dev.expertd.curate;

import dev.expertd.redact.Redacted;

/** What becomes of a candidate. */
public sealed interface Decision {
    Candidate candidate();

    /** It will be written. */
    record Kept(Candidate candidate, Redacted text) implements Decision {}

    /** It will not be written; {@code reason} is a sentence for the user. */
    record Dropped(Candidate candidate, Redacted text, String reason) implements Decision {}

    /** It waits, and {@code reason} says why. */
    record Held(Candidate candidate, Redacted text, Until until, String reason) implements Decision {}

    /** What a held one waits for. */
    enum Until {
        A_PERSON_DECIDES,
        TOMORROW
    }
}
