package dev.expertd.curate;

import java.util.Optional;
import java.util.stream.Stream;

/** A line that forbids what another recommends goes to a person: one of both is wrong, or they speak of two places. */
final class Contradiction implements Rule {
    /** Two lines that have less in common speak of the same code in other matters. */
    private static final double SAME_MATTER = 0.25;

    private final Readings readings;

    Contradiction(Readings readings) {
        this.readings = readings;
    }

    @Override
    public Optional<String> objection(Candidate candidate, Desk desk) {
        Claim claim = readings.claim(candidate.line());
        if (claim.forbidden().isEmpty()
                && claim.recommended().isEmpty()
                && claim.blamed().isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(
                        desk.experts().stream().flatMap(view -> view.allBullets().stream()), desk.remembered().stream())
                .filter(line -> claim.opposes(readings.claim(line)) && isSameMatter(candidate.line(), line))
                .findFirst()
                .map(line -> "contradicts: " + Known.shortened(line));
    }

    /** The opposed code and what is done with it are left out: they are common to both anyway. */
    private static boolean isSameMatter(String one, String other) {
        return matter(one).overlap(matter(other)) >= SAME_MATTER;
    }

    private static Lesson matter(String line) {
        return Lesson.of(Claim.RECOMMENDS
                .matcher(Claim.FORBIDS.matcher(line).replaceAll(" "))
                .replaceAll(" "));
    }
}
