package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.model.Draft;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How sure a draft is. What is written at once needs 4.5: the symbol is tied to the failure, or it is the only one that
 * changed, and what was done could be told.
 */
final class Sureness {
    private static final double USUAL = 5;
    private static final double TIED = 2.5;
    private static final int BROAD = 3;

    /** Says of itself that it repairs nothing. */
    private static final Pattern OTHER_WORK =
            Pattern.compile("(?i)^(?:refactor|style|feat|perf|chore|build|ci|docs?|tests?)\\b");

    private Sureness() {}

    static double of(Candidate candidate, FixPhrase fix, List<FailedTest> tests, boolean author, int commits) {
        SymbolChange symbol = fix.symbol();
        double score = USUAL;
        boolean tied = new SymbolRanking(tests).link(symbol) >= TIED * Math.max(1, Math.min(tests.size(), 2));
        boolean broad = candidate.breadth() >= BROAD;
        boolean claimed =
                !OTHER_WORK.matcher(candidate.commit().commit().subject()).find();
        boolean alone = commits == 1 && claimed;
        score = !alone && Elsewhere.isShownBy(tests, symbol) ? Draft.DOUBTED : score;
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
