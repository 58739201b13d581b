package dev.expertd.learn;

import dev.expertd.model.Act;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.Drafting;
import dev.expertd.model.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes what a person says of the newest act: its component, its outcome, and what was learned. */
final class NoteTaking {
    private final Site site;
    private final Drafters drafters;
    private final DraftDesk desk;
    private final ActKeeping acts;
    private final Ledger ledger;

    NoteTaking(Site site, Drafters drafters, DraftDesk desk, ActKeeping acts, Ledger ledger) {
        this.site = site;
        this.drafters = drafters;
        this.desk = desk;
        this.acts = acts;
        this.ledger = ledger;
    }

    void take(Request request) {
        Optional<Commit> head = site.git().head().flatMap(site.git()::commit);
        Optional<Act> newest =
                site.journal().acts().latest(site.repository(), 1).stream().findFirst();
        if (newest.isEmpty() && head.isEmpty()) {
            throw new LearnException(site.worktree() + " has no commit and no run yet: nothing to say anything about");
        }
        Act act = newest.orElseGet(
                () -> acts.ofCommit(ActKeeping.idOf(head.orElseThrow()), head.orElseThrow(), List.of()));
        Act said = acts.withComponent(
                request.outcome()
                        .map(value -> acts.withOutcome(act, new Outcome(value, "said so by hand", Set.of(), 1)))
                        .orElse(act),
                request.component());
        Optional<Commit> commit = said.commit().isEmpty() ? head : site.git().commit(said.commit());
        Decisions decisions = request.note().isEmpty() ? Decisions.none(said) : decide(said, commit, request.note());
        site.journal().inTransaction(() -> {
            site.journal().acts().judged(said);
            decisions.store(site);
        });
        ledger.judged(said.id());
    }

    private Decisions decide(Act act, Optional<Commit> commit, String note) {
        Commit spokenOf =
                commit.orElseThrow(() -> new LearnException(site.worktree() + " has no commit yet: make one first"));
        Drafting drafting = drafters.notes()
                .draft(new ActEvidence(
                        List.of(new SafeEvidence(site).of(spokenOf, note)),
                        List.of(),
                        act.runs().isEmpty() ? "" : act.runs().get(act.runs().size() - 1),
                        act.outcome(),
                        site.today()));
        return desk.decide(act, commit, drafting.drafts(), drafting.refusals());
    }
}
