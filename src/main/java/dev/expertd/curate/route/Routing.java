package dev.expertd.curate.route;

import dev.expertd.model.Expert;
import java.util.List;
import java.util.Optional;

/**
 * Which experts an act belongs to.
 *
 * @param ranked experts with any evidence, the strongest first; empty if nothing speaks for anybody
 */
public record Routing(List<Share> ranked) {
    /** One expert's share, with what speaks for it. */
    public record Share(Expert expert, double score, List<String> reasons) {
        public Share {
            reasons = List.copyOf(reasons);
        }
    }

    public Routing {
        ranked = List.copyOf(ranked);
    }

    public Optional<Expert> primary() {
        return ranked.isEmpty() ? Optional.empty() : Optional.of(ranked.get(0).expert());
    }
}
