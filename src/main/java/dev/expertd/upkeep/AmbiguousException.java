package dev.expertd.upkeep;

import dev.expertd.model.Learning;
import java.util.List;

/** What somebody named may be any of several. */
public final class AmbiguousException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Learning> candidates;

    public AmbiguousException(String what, List<Learning> candidates) {
        super("`" + what + "` may mean any of " + candidates.size() + "; name one by its id");
        this.candidates = List.copyOf(candidates);
    }

    public List<Learning> candidates() {
        return candidates;
    }
}
