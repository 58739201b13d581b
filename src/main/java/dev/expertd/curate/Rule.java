package dev.expertd.curate;

import java.util.Optional;

/** One reason not to write a line. */
@FunctionalInterface
interface Rule {
    /** The reason in a sentence that a user can read; empty if the rule has no objection. */
    Optional<String> objection(Candidate candidate, Desk desk);
}
