package dev.expertd.model;

import java.util.Objects;

/**
 * A path whose line a person moved to another expert: later acts on it are led there.
 *
 * @param expert the name of the expert that it was moved to last
 * @param learning id of the line as it was before it was moved
 */
public record MovedPath(String path, String expert, String learning) {
    public MovedPath {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(learning, "learning");
    }
}
