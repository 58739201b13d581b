package dev.expertd.daemon.install.service;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a service stands.
 *
 * @param file what was written for it
 * @param enabled whether it starts by itself
 * @param state what its manager says of it: {@code active}, {@code failed}, ...
 * @param restarts how often its manager started it again
 * @param problem what is wrong and what mends it; empty if nothing is
 */
public record Standing(Optional<Path> file, boolean enabled, String state, int restarts, String problem) {
    public Standing {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(problem, "problem");
    }
}
