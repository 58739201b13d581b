package dev.expertd.curate;

import dev.expertd.model.ExpertView;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What curation looks at besides the candidates.
 *
 * @param experts every expert of the repository with its bullets
 * @param remembered texts that were written, are about to be, or were taken out by a person; all count as known
 * @param writtenToday lines written or intended today, by expert
 * @param evidence everything that the drafts may quote: message, diff and trace
 * @param runPassed a passing run stands behind the act
 */
public record Desk(
        List<ExpertView> experts,
        List<String> remembered,
        Map<String, Integer> writtenToday,
        String evidence,
        boolean runPassed) {
    public Desk {
        experts = List.copyOf(experts);
        remembered = List.copyOf(remembered);
        writtenToday = Map.copyOf(writtenToday);
        Objects.requireNonNull(evidence, "evidence");
    }
}
