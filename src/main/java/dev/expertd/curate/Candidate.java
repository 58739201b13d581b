package dev.expertd.curate;

import dev.expertd.model.Draft;
import dev.expertd.model.Expert;
import java.util.Objects;

/**
 * A draft that has found its expert and its form.
 *
 * @param line the whole text behind the bullet, in the house style of the file
 */
public record Candidate(Draft draft, Expert expert, String component, String line) {
    public Candidate {
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(line, "line");
    }
}
