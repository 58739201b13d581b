package dev.expertd.learn;

import dev.expertd.model.Act;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.Drafting;
import dev.expertd.model.Outcome;
import dev.expertd.model.Refusal;
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

    /** Says what keeps a note from being taken; then nothing is kept of what was said. */
    Optional<String> take(Request request) {
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
        Drafting drafting = request.note().isEmpty() ? Drafting.NOTHING : drafting(said, commit, request.note());
        if (!request.note().isEmpty() && drafting.drafts().isEmpty()) {
            return Optional.of(drafting.refusals().stream()
                    .map(Refusal::reason)
                    .findFirst()
                    .orElse("there is nothing to learn in it"));
        }
        Decisions decisions = request.note().isEmpty()
                ? Decisions.none(said)
                : desk.decide(said, commit, drafting.drafts(), drafting.refusals());
        site.journal().inTransaction(() -> {
            site.journal().acts().judged(said);
            decisions.store(site);
        });
        ledger.judged(said.id());
        return Optional.empty();
    }

    private Drafting drafting(Act act, Optional<Commit> commit, String note) {
        Commit spokenOf =
                commit.orElseThrow(() -> new LearnException(site.worktree() + " has no commit yet: make one first"));
        return drafters.notes()
                .draft(new ActEvidence(
                        List.of(new SafeEvidence(site).of(spokenOf, note)),
                        List.of(),
                        act.runs().isEmpty() ? "" : act.runs().get(act.runs().size() - 1),
                        act.outcome(),
                        site.today()));
    }
}
