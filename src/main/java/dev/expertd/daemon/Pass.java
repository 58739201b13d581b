package dev.expertd.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The one pass over a worktree, as the daemon calls it. */
@FunctionalInterface
public interface Pass {
    /**
     * What a pass leaves to do.
     *
     * @param lookAgain when something that was not ready is to be looked at again; zero if there is more to do now, once
     *     others had their turn
     * @param glance a look that is so cheap that it may be made again and again until the next pass: says when to glance
     *     again; zero if a pass is worth it now, empty if there is nothing to glance at
     * @param watch folders and files in which something may happen; empty to keep those of the pass before
     */
    record Next(Optional<Duration> lookAgain, Supplier<Optional<Duration>> glance, Set<Path> watch) {
        public Next {
            watch = Set.copyOf(watch);
        }

        /** With nothing to glance at. */
        public Next(Optional<Duration> lookAgain, Set<Path> watch) {
            this(lookAgain, Optional::empty, watch);
        }
    }

    /** Makes one pass; an exception is told in one line and the daemon goes on. */
    Next run(Path worktree);
}
