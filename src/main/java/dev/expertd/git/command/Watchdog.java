package dev.expertd.git.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends a process that takes too long, unless it is called off before. */
final class Watchdog {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final CompletableFuture<Void> end;

    private Watchdog(Process process, int seconds) {
        end = done.orTimeout(seconds, TimeUnit.SECONDS).exceptionally(late -> {
            process.destroyForcibly();
            return null;
        });
    }

    static Watchdog over(Process process, int seconds) {
        return new Watchdog(process, seconds);
    }

    void callOff() {
        done.complete(null);
        end.join();
    }

    /** True if the time was over before it was called off. */
    boolean hasBitten() {
        return done.isCompletedExceptionally();
    }
}
