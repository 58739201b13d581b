package dev.expertd;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the third-party files that tests may read but the project may not hold; skips the test where they are absent. */
public final class SharedCorpus {
    private SharedCorpus() {}

    /** A file or folder below {@code shared/}, or the calling test is skipped with the reason. */
    public static Path require(String relative) {
        String named = System.getenv("EXPERTD_SHARED");
        Path shared =
                named != null ? Path.of(named) : Path.of("").toAbsolutePath().resolveSibling("shared");
        Path found = shared.resolve(relative);
        if (!Files.exists(found)) {
            abort("skipped: no " + relative + " in " + shared + " (set EXPERTD_SHARED to the folder that holds it)");
        }
        return found;
    }
}
