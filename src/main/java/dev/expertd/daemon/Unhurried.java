package dev.expertd.daemon;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Looks that nobody waits for: the first at each worktree after a start, where stamps have changed without a hint,
 * the full one now and then, and what goes on where a pass had too much to do. They are made one
 * after another and so hold one worker at most; a hint never stands behind five hundred of them.
 */
final class Unhurried {
    private final Executor workers;
    private final Set<Watched> waiting = new LinkedHashSet<>();
    private boolean busy;

    Unhurried(Executor workers) {
        this.workers = workers;
    }

    /** Has a look made when its turn comes; twice before that is once. */
    synchronized void add(Watched worktree) {
        waiting.add(worktree);
        if (!busy) {
            busy = true;
            workers.execute(this::next);
        }
    }

    private void next() {
        Optional<Watched> next = take();
        try {
            next.ifPresent(Watched::lookNow);
        } finally {
            if (next.isPresent()) {
                workers.execute(this::next);
            }
        }
    }

    private synchronized Optional<Watched> take() {
        Optional<Watched> first = waiting.stream().findFirst();
        first.ifPresent(waiting::remove);
        busy = first.isPresent();
        return first;
    }
}
