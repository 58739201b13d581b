package dev.expertd.learn;

import dev.expertd.model.Act;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What was decided on the drafts of one act, not yet in the journal.
 *
 * @param repeated texts of lessons learned before that the act teaches again
 * @param overtaken lessons that waited, of commits that this one fixes again or takes back
 */
record Decisions(
        Act act,
        String component,
        List<Learning> learnings,
        List<Refusal> refusals,
        Set<String> repeated,
        List<Learning> overtaken) {
    Decisions(Act act, String component, List<Learning> learnings, List<Refusal> refusals) {
        this(act, component, learnings, refusals, Set.of(), List.of());
    }

    static Decisions none(Act act) {
        return new Decisions(act, "", List.of(), List.of());
    }

    Decisions {
        learnings = List.copyOf(learnings);
        refusals = List.copyOf(refusals);
        repeated = Set.copyOf(repeated);
        overtaken = List.copyOf(overtaken);
    }

    /** The same of an act of which more is known. */
    Decisions of(Act better) {
        return new Decisions(better, component, learnings, refusals, repeated, overtaken);
    }

    /** Stores each decision once; to be called inside a transaction. */
    void store(Site site) {
        LocalDate day = site.today();
        for (Learning learning : learnings) {
            site.journal().learnings().add(learning, day);
        }
        repeated.forEach(text -> site.journal().learnings().repeated(site.repository(), text, act.id()));
        overtaken.forEach(line -> site.journal()
                .learnings()
                .restate(
                        site.repository(),
                        line.id(),
                        LearningState.SUPERSEDED,
                        site.safe("its commit was fixed again by act " + act.id())));
        for (Refusal refusal : refusals) {
            site.journal()
                    .acts()
                    .refused(site.repository(), act.id(), site.safe(refusal.subject()), site.safe(refusal.reason()));
        }
    }
}
