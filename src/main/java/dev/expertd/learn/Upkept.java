package dev.expertd.learn;

import dev.expertd.journal.Journal;
import dev.expertd.journal.OpenDrift;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.model.Act;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is to say of expertise files besides lines.
 *
 * @param large files that are past their limit, and what to do
 * @param references what an act's commits moved, and whether the files followed
 * @param drift what an act's commits changed that the files describe
 * @param issueParts the Part for known issues of a file, where there is one
 * @param dated files that say when they were last updated
 */
public record Upkept(
        Map<String, String> large,
        List<ReferenceEdit> references,
        List<OpenDrift> drift,
        Map<String, String> issueParts,
        Set<String> dated) {
    public static final Upkept NOTHING = new Upkept(Map.of(), List.of(), List.of(), Map.of(), Set.of());

    public Upkept {
        large = Map.copyOf(large);
        references = List.copyOf(references);
        drift = List.copyOf(drift);
        issueParts = Map.copyOf(issueParts);
        dated = Set.copyOf(dated);
    }

    /** What an act did. */
    public static Upkept of(
            Journal journal, Act act, Map<String, String> large, Map<String, String> issueParts, Set<String> dated) {
        return new Upkept(
                large,
                act.commits().stream()
                        .flatMap(commit -> journal.references().after(act.repository(), commit).stream())
                        .filter(edit ->
                                edit.state() == ReferenceEdit.State.DONE || edit.state() == ReferenceEdit.State.TOLD)
                        .toList(),
                act.commits().stream()
                        .flatMap(commit -> journal.drift().of(act.repository(), commit).stream())
                        .toList(),
                issueParts,
                dated);
    }
}
