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

    @Override
    public Optional<String> objection(Candidate candidate, Desk desk) {
        Lesson lesson = Lesson.of(candidate.line());
        for (ExpertView view : desk.experts()) {
            for (Section section : Section.values()) {
                for (String bullet : view.bulletsOf(section)) {
                    if (isSame(lesson, Lesson.of(bullet))) {
                        return Optional.of("known already to " + view.expert().name() + " under " + section.heading()
                                + ": " + shortened(bullet));
                    }
                }
            }
        }
        return desk.remembered().stream()
                .filter(text -> isSame(lesson, Lesson.of(text)))
                .findFirst()
                .map(text -> "known already, learned before: " + shortened(text));
    }

    static boolean isSame(Lesson one, Lesson other) {
        return one.identifierOverlap(other) >= HALF && one.overlap(other) >= HALF;
    }

    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
