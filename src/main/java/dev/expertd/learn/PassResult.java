package dev.expertd.learn;

import dev.expertd.redact.Redacted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a pass did and when the next one is due.
 *
 * @param judged acts judged in this pass, oldest first; the act that the newest run decided comes last
 * @param lookAgain how long until something that was not ready should be looked at again
 * @param watch folders in which something may happen that the next pass must see
 * @param waiting why something was held back, by what waits
 */
public record PassResult(
        List<JudgedAct> judged, Optional<Duration> lookAgain, Set<Path> watch, Map<String, Redacted> waiting) {
    public PassResult {
        judged = List.copyOf(judged);
        Objects.requireNonNull(lookAgain, "lookAgain");
        watch = Set.copyOf(watch);
        waiting = Collections.unmodifiableMap(new TreeMap<>(waiting));
    }
}
