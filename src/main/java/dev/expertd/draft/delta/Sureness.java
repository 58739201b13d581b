package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.model.Draft;
import java.util.List;

/**
 * How sure a draft is. What is written at once needs 4.5: the symbol is tied to the failure, or it is the only one that
 * changed, and what was done could be told.
 */
final class Sureness {
    private static final double USUAL = 5;
    private static final double TIED = 2.5;
    private static final int BROAD = 3;

    private Sureness() {}

    static double of(Candidate candidate, FixPhrase fix, List<FailedTest> tests, boolean author, int commits) {
        SymbolChange symbol = fix.symbol();
        double score = USUAL;
        boolean tied = new SymbolRanking(tests).link(symbol) >= TIED * Math.max(1, Math.min(tests.size(), 2));
        boolean broad = candidate.breadth() >= BROAD;
        score = Elsewhere.isShownBy(tests, symbol) ? Draft.DOUBTED : score;
        score += tied ? 0.5 : 0;
        score += author ? 0.5 : 0;
        score -= !tied && broad ? 0.4 : 0;
        score -= !tied && commits > 1 ? 0.4 : 0;
        score -= broad ? 0.1 : 0;
        score -= fix.isRework() ? 0.3 : 0;
        score -= fix.isVague() ? 0.4 : 0;
        return score;
    }
}
