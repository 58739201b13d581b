package dev.expertd.draft.together;

import dev.expertd.draft.Drafter;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Evidence;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import java.util.List;
import java.util.Set;

/**
 * Drafts from a repair that adds a name where an earlier commit had forgotten it, if history shows that the two places
 * get their names together.
 */
public final class CoChangeDrafter implements Drafter {
    private static final double SCORE = 4;

    @Override
    public Drafting draft(ActEvidence act) {
        return new Drafting(
                act.commits().stream()
                        .flatMap(repair -> Forgotten.by(repair).stream().map(forgotten -> draft(forgotten, repair)))
                        .toList(),
                List.of());
    }

    private static Draft draft(Forgotten forgotten, CommitEvidence repair) {
        Listing first = forgotten.first();
        Listing other = forgotten.other();
        boolean apart = !first.path().equals(other.path());
        return new Draft(
                Origin.CO_CHANGE,
                Section.PATTERNS_TO_AVOID,
                "Don't add a name to " + told(first, apart) + " only: add it to "
                        + told(other, apart || first.symbol().isEmpty()) + " as well",
                "`" + forgotten.name() + "` was added to the first alone and had to be added to the other later",
                SCORE + Math.min(1, 0.25 * forgotten.times()),
                repair.commit().authored().toLocalDate(),
                Set.of(forgotten.name(), said(first), said(other)),
                new Evidence(
                        List.of(repair.commit().id(), forgotten.commit()),
                        List.of(),
                        List.of(),
                        apart ? List.of(other.path(), first.path()) : List.of(other.path())));
    }

    private static String said(Listing place) {
        return place.symbol().isEmpty() ? place.fileName() : place.symbol();
    }

    private static String told(Listing place, boolean withFile) {
        return "`" + said(place) + "`"
                + (withFile && !place.symbol().isEmpty() ? " in `" + place.fileName() + "`" : "");
    }
}
