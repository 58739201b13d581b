package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.CodeChange;
import dev.expertd.draft.delta.change.FileKind;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.model.CommitEvidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A commit that may have turned tests, with the symbols of source code that it changed, the likeliest first.
 * Documentation, build files and tests turn nothing.
 */
record Candidate(CommitEvidence commit, List<SymbolChange> symbols, double rank) {
    private static final int MOST_FILES = 60;

    /** Prefixes lie, so they only decide between equals. */
    private static final Pattern CHORE =
            Pattern.compile("(?i)(?:docs?|chore|style|ci|build|release)\\b.*|\\[maven-release.*|bump\\b.*");

    private static final double CHORE_MALUS = 0.5;

    static Candidate of(CommitEvidence commit, List<FailedTest> tests) {
        List<SymbolChange> symbols = commit.edit().files().stream()
                .filter(file -> FileKind.of(file.path()) == FileKind.SOURCE)
                .limit(MOST_FILES)
                .flatMap(file -> commit.edit().changes().diff(file).stream())
                .flatMap(diff -> CodeChange.symbols(diff).stream())
                .toList();
        SymbolRanking ranking = new SymbolRanking(tests);
        List<SymbolChange> ranked = ranking.ranked(symbols);
        double best = ranked.isEmpty() ? Double.NEGATIVE_INFINITY : ranking.score(ranked.get(0));
        boolean chore = CHORE.matcher(commit.commit().subject()).matches();
        return new Candidate(commit, ranked, chore ? best - CHORE_MALUS : best);
    }

    /** The likeliest of several commits; the latest of equals. Empty if none changed source code. */
    static Optional<Candidate> best(List<CommitEvidence> commits, List<FailedTest> tests) {
        return commits.stream()
                .filter(commit -> !commit.commit().isMerge())
                .map(commit -> of(commit, tests))
                .filter(candidate -> !candidate.symbols().isEmpty())
                .reduce((earlier, later) -> later.rank() >= earlier.rank() ? later : earlier);
    }

    /** How many symbols that existed before it changed. */
    long breadth() {
        return symbols.stream()
                .filter(symbol -> !symbol.isNew() && symbol.size() > 0)
                .count();
    }
}
