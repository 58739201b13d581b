package dev.expertd.learn;

import dev.expertd.model.Act;
import dev.expertd.model.Learning;
import dev.expertd.model.Refusal;
import java.time.LocalDate;
import java.util.List;

/** What was decided on the drafts of one act, not yet in the journal. */
record Decisions(Act act, String component, List<Learning> learnings, List<Refusal> refusals) {
    static Decisions none(Act act) {
        return new Decisions(act, "", List.of(), List.of());
    }

    Decisions {
        learnings = List.copyOf(learnings);
        refusals = List.copyOf(refusals);
    }

    /** Stores each decision once; to be called inside a transaction. */
    void store(Site site) {
        LocalDate day = site.today();
        for (Learning learning : learnings) {
            site.journal().learnings().add(learning, day);
        }
        for (Refusal refusal : refusals) {
            site.journal()
                    .acts()
                    .refused(site.repository(), act.id(), site.safe(refusal.subject()), site.safe(refusal.reason()));
        }
    }
}
