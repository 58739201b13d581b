package dev.expertd.curate;

import dev.expertd.model.ExpertView;
import dev.expertd.model.Section;
import java.util.Optional;

/**
 * What some expert's file says already, in whatever words, is not said again: the same identifiers, and half of the
 * words or more.
 */
final class Known implements Rule {
    private static final double HALF = 0.5;

    private final Readings readings;

    Known(Readings readings) {
        this.readings = readings;
    }

    @Override
    public Optional<String> objection(Candidate candidate, Desk desk) {
        Lesson lesson = readings.lesson(candidate.line());
        for (ExpertView view : desk.experts()) {
            for (Section section : Section.values()) {
                for (String bullet : view.bulletsOf(section)) {
                    if (isSame(lesson, readings.lesson(bullet))) {
                        return Optional.of("known already to " + view.expert().name() + " under " + section.heading()
                                + ": " + shortened(bullet));
                    }
                }
            }
        }
        return remembered(candidate, desk).map(text -> "known already, learned before: " + shortened(text));
    }

    /** What was decided on before and says the same. */
    Optional<String> remembered(Candidate candidate, Desk desk) {
        Lesson lesson = readings.lesson(candidate.line());
        return desk.remembered().stream()
                .filter(text -> isSame(lesson, readings.lesson(text)))
                .findFirst();
    }

    static boolean isSame(Lesson one, Lesson other) {
        return one.identifierOverlap(other) >= HALF && one.overlap(other) >= HALF;
    }

    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
