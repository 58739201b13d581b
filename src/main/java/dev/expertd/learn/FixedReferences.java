package dev.expertd.learn;

import dev.expertd.journal.ReferenceEdit;
import dev.expertd.redact.Redacted;
import java.util.List;
import java.util.Map;

/**
 * What came of putting all references right.
 *
 * @param made each correction, by file and in the order of the file
 * @param waiting the files that could not be written now, and why
 */
public record FixedReferences(List<ReferenceEdit> made, Map<String, Redacted> waiting) {
    public FixedReferences {
        made = List.copyOf(made);
        waiting = Map.copyOf(waiting);
    }
}
