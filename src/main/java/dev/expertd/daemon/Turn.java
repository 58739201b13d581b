package dev.expertd.daemon;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Lets one worktree of a repository at a time make its pass: two at once would only wait for the repository's lock, and
 * hold a worker each while they do.
 */
final class Turn {
    private final Set<Watched> waiting = new LinkedHashSet<>();
    private boolean taken;

    /** Takes the turn, or remembers who is to be resumed once when it is free. */
    synchronized boolean take(Watched worktree) {
        if (taken) {
            waiting.add(worktree);
            return false;
        }
        taken = true;
        return true;
    }

    void release() {
        Watched next = null;
        synchronized (this) {
            taken = false;
            Iterator<Watched> first = waiting.iterator();
            if (first.hasNext()) {
                next = first.next();
                first.remove();
            }
        }
        if (next != null) {
            next.resume();
        }
    }
}
