package dev.expertd.upkeep;

import dev.expertd.journal.Journal;
import dev.expertd.journal.Whereabouts;
import dev.expertd.model.ExpertView;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.redact.Redacted;
import java.util.List;

/**
 * Lines that were on their way when the journal was put back to an older state. One that stands in its file was written
 * since then, and is ours. One that does not was perhaps never written, or written and taken out by somebody: that is
 * for a person to say. What else stood, or does not any more, the ordinary look settles.
 */
public final class Restored {
    private static final List<LearningState> ON_THEIR_WAY =
            List.of(LearningState.INTENDED, LearningState.HELD, LearningState.REVIEW);
    private static final String REASON =
            "was on its way when the journal was restored, and does not stand in the file: waits for review";

    private final Checkout here;
    private final Journal journal;

    public Restored(Checkout here) {
        this.here = here;
        this.journal = here.journal();
    }

    /** Settles what belongs to this checkout; twice is once. */
    public void settle() {
        Redacted reason = here.safe(REASON);
        journal.inTransaction(() -> journal.learnings().in(here.repository(), ON_THEIR_WAY).stream()
                .filter(here::isHomeOf)
                .forEach(line -> settle(line, reason)));
    }

    private void settle(Learning line, Redacted reason) {
        if (stands(line)) {
            journal.learnings().restate(here.repository(), line.id(), LearningState.DONE, here.safe(""));
            journal.lines().put(here.repository(), Whereabouts.written(line.id(), here.worktree()));
        } else if (line.state() != LearningState.REVIEW) {
            journal.learnings().restate(here.repository(), line.id(), LearningState.REVIEW, reason);
        }
    }

    private boolean stands(Learning line) {
        return here.viewOf(line.file())
                .map(ExpertView::allBullets)
                .filter(bullets -> bullets.contains(line.text().text()))
                .isPresent();
    }
}
