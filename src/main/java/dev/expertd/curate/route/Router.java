package dev.expertd.curate.route;

import dev.expertd.model.ExpertView;
import java.util.List;

/**
 * Finds the experts that an act belongs to, by weight: what people said, the paths that the expertise files name, what
 * changed together with them before, the words.
 */
public final class Router {
    private Router() {}

    /** Ranks the experts; none if nothing speaks for any. */
    public static Routing route(Question question, Territories read) {
        List<ExpertView> experts = question.experts();
        if (experts.size() == 1) {
            return new Routing(List.of(new Routing.Share(experts.get(0).expert(), 1, List.of("is the only expert"))));
        }
        List<Territories.Ground> grounds = experts.stream()
                .map(view -> read.ground(view.text(), question.files()))
                .toList();
        Ballot ballot = new Ballot(experts.size());
        Ownership.weigh(question, ballot);
        NamedPaths.weigh(
                question, grounds.stream().map(Territories.Ground::claims).toList(), ballot);
        SharedPast.weigh(question, ballot);
        SharedWords.weigh(
                question, grounds.stream().map(Territories.Ground::territory).toList(), ballot);
        Names.weigh(question, ballot);
        return ballot.ranked(experts);
    }
}
