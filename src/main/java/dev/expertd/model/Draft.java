package dev.expertd.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A candidate learning, not yet in any file's house style.
 *
 * <p>What {@code statement} and {@code detail} mean depends on the section: issue and solution; what to avoid and why
 * (or what to do instead); what worked and why; a tip and nothing.
 *
 * @param statement plain text with code in backticks; no bullet, no suffix, no final full stop
 * @param detail the second half, as above; empty when the statement says it all
 * @param score how sure the drafter is; what is needed to be written is the curator's to say
 * @param date the author date of the commit, or the day of the run
 * @param symbols names that the draft speaks of, without backticks
 */
public record Draft(
        Origin origin,
        Section section,
        String statement,
        String detail,
        double score,
        LocalDate date,
        Set<String> symbols,
        Evidence evidence) {
    /** What is no surer than that waits for a person, however often it is seen. */
    public static final double DOUBTED = 3.5;

    public Draft {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(evidence, "evidence");
        if (statement.isBlank()) {
            throw new IllegalArgumentException("a draft needs a statement");
        }
        symbols = Collections.unmodifiableSet(new LinkedHashSet<>(symbols));
    }

    /** The same, no surer than this. */
    public Draft atMost(double limit) {
        return score <= limit ? this : new Draft(origin, section, statement, detail, limit, date, symbols, evidence);
    }
}
