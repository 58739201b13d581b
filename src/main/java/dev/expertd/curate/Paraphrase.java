package dev.expertd.curate;

import java.util.Collection;
import java.util.List;

/** Lines that are asked whether one of them says the same as another, by the measure by which a lesson counts as known. */
public final class Paraphrase {
    private final List<Lesson> lessons;

    private Paraphrase(List<Lesson> lessons) {
        this.lessons = lessons;
    }

    public static Paraphrase in(Collection<String> lines) {
        return new Paraphrase(lines.stream().map(Lesson::of).toList());
    }

    /** True if one of the lines shares half of its identifiers and half of its words with that one. */
    public boolean says(String line) {
        Lesson asked = Lesson.of(line);
        return lessons.stream().anyMatch(lesson -> Known.isSame(asked, lesson));
    }
}
