package dev.expertd.curate.route;

import dev.expertd.model.Expert;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which experts an act belongs to.
 *
 * @param ranked experts with any evidence, the strongest first; empty if nothing speaks for anybody
 */
public record Routing(List<Share> ranked) {
    /** The second expert has at least that part of the primary one's score. */
    private static final double MARGIN = 0.4;

    private static final int TOLD = 3;

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

    /** The next one, if it is near enough to the primary to have a say. */
    public Optional<Expert> second() {
        return ranked.size() > 1
                        && ranked.get(1).score() >= MARGIN * ranked.get(0).score()
                ? Optional.of(ranked.get(1).expert())
                : Optional.empty();
    }

    /** Those behind the primary with their scores, {@code aws (2.1), git (1.8)}; empty if there is none. */
    public String others() {
        return ranked.stream()
                .skip(1)
                .limit(TOLD)
                .map(share ->
                        String.format(Locale.ROOT, "%s (%.1f)", share.expert().name(), share.score()))
                .collect(Collectors.joining(", "));
    }
}
