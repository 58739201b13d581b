package dev.expertd.upkeep;

import dev.expertd.journal.Journal;
import dev.expertd.journal.Whereabouts;
import dev.expertd.model.Act;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Lines whose checkout was removed. One that is in no commit is written again, once, where its act's commit is checked
 * out next; one that a commit holds comes with that commit.
 */
public final class Orphans {
    private static final List<LearningState> ON_THEIR_WAY =
            List.of(LearningState.INTENDED, LearningState.LEAVING, LearningState.DONE, LearningState.DISPLACED);

    private final Checkout here;
    private final Journal journal;

    public Orphans(Checkout here) {
        this.here = here;
        this.journal = here.journal();
    }

    /** Takes in what belongs here now. */
    public void adopt() {
        List<String> gone = journal.learnings().worktrees(here.repository(), ON_THEIR_WAY).stream()
                .filter(worktree -> !worktree.equals(here.worktree()) && !Files.isDirectory(Path.of(worktree)))
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        journal.learnings().in(here.repository(), ON_THEIR_WAY).stream()
                .filter(line -> gone.contains(line.worktree()) && isCheckedOut(line))
                .forEach(this::adopt);
    }

    private boolean isCheckedOut(Learning line) {
        Optional<Act> act = journal.acts().find(here.repository(), line.act());
        Optional<String> head = here.git().head();
        return act.isPresent()
                && head.isPresent()
                && act.get().commits().stream().anyMatch(commit -> here.git().isAncestor(commit, head.get()));
    }

    private void adopt(Learning line) {
        boolean stands = here.viewOf(line.file())
                .filter(view -> view.allBullets().contains(line.text().text()))
                .isPresent();
        String holder = journal.lines()
                .find(here.repository(), line.id(), line.worktree())
                .map(Whereabouts::holder)
                .orElse("");
        journal.inTransaction(() -> {
            journal.learnings().rehome(here.repository(), line.id(), here.worktree());
            if (line.state() != LearningState.DONE && line.state() != LearningState.DISPLACED) {
                return;
            }
            if (stands || !holder.isEmpty()) {
                Whereabouts now =
                        Whereabouts.written(line.id(), here.worktree()).heldBy(holder);
                journal.lines().put(here.repository(), stands ? now : now.settled(false));
                LearningState state = stands ? LearningState.DONE : LearningState.DISPLACED;
                String reason = stands ? "" : Absence.PUT_ASIDE.words(line.file(), "");
                journal.learnings().restate(here.repository(), line.id(), state, here.safe(reason));
            } else if (line.state() == LearningState.DONE) {
                journal.learnings().restate(here.repository(), line.id(), LearningState.INTENDED, here.safe(""));
            }
        });
    }
}
