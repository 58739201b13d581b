package dev.expertd.curate.route;

import dev.expertd.model.ExpertView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What speaks for each expert so far. */
final class Ballot {
    /** What speaks less than that is not told. */
    private static final double LEAST = 0.05;

    private final double[] scores;
    private final List<List<String>> reasons = new ArrayList<>();

    Ballot(int experts) {
        scores = new double[experts];
        for (int i = 0; i < experts; i++) {
            reasons.add(new ArrayList<>());
        }
    }

    void add(int expert, double score, String reason) {
        if (score >= LEAST) {
            scores[expert] += score;
            reasons.get(expert).add(reason);
        }
    }

    /** The experts for whom anything speaks; of those with the same score, in the order in which they are given. */
    Routing ranked(List<ExpertView> experts) {
        List<Routing.Share> shares = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                shares.add(new Routing.Share(experts.get(i).expert(), scores[i], reasons.get(i)));
            }
        }
        shares.sort(Comparator.comparingDouble(Routing.Share::score).reversed());
        return new Routing(shares);
    }
}
