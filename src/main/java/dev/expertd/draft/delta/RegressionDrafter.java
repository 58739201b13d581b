package dev.expertd.draft.delta;

import dev.expertd.draft.Drafter;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.draft.delta.failure.Headline;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.Condition;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Evidence;
import dev.expertd.model.Failure;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import dev.expertd.model.TestDelta;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A green test turned red: drafts which change broke it, for {@code patterns_to_avoid}. The first sighting is only a
 * suspicion; the caller holds the draft until it is confirmed. Nothing where no source code changed.
 */
public final class RegressionDrafter implements Drafter {
    private static final double SUSPECTED = 5;
    private static final double ONE_OF_SEVERAL = 4.4;
    private static final int USUAL = 125;
    private static final int SHORT = 80;

    @Override
    public Drafting draft(ActEvidence act) {
        List<FailedTest> broken = act.deltas().stream()
                .filter(delta -> delta.condition() == Condition.REGRESSION)
                .flatMap(delta -> failed(delta).stream())
                .toList();
        if (broken.isEmpty() || act.commits().isEmpty()) {
            return Drafting.NOTHING;
        }
        Optional<Candidate> blamed = Candidate.best(act.commits(), broken);
        Optional<FixPhrase> change = blamed.flatMap(candidate -> FixPhrase.of(candidate.symbols(), broken));
        if (blamed.isEmpty() || change.isEmpty()) {
            return Drafting.refused(
                    broken.get(0).name(),
                    "it turned red, but no source code changed: only documentation, build files or tests");
        }
        FailedTest told = RepairedTests.best(broken, change.get().symbol());
        String statement = Prohibition.of(change.get());
        String reason = fitting(told, FixLine.LONGEST - statement.length());
        double score = act.commits().size() == 1 ? SUSPECTED : ONE_OF_SEVERAL;
        boolean elsewhere = Elsewhere.isShownBy(broken, change.get().symbol());
        return new Drafting(
                List.of(new Draft(
                        Origin.REGRESSION,
                        Section.PATTERNS_TO_AVOID,
                        statement,
                        reason,
                        elsewhere ? Draft.DOUBTED : score,
                        blamed.get().commit().commit().authored().toLocalDate(),
                        symbols(change.get(), told),
                        evidence(act, blamed.get(), change.get(), broken))),
                List.of());
    }

    private static Optional<FailedTest> failed(TestDelta delta) {
        Failure now = delta.now();
        return now == null ? Optional.empty() : Optional.of(FailedTest.of(delta.test(), now));
    }

    private static String fitting(FailedTest test, int room) {
        for (int longest : List.of(USUAL, SHORT)) {
            String headline = Headline.of(test, longest);
            if (headline.length() <= room) {
                return headline;
            }
        }
        return Headline.shortest(test);
    }

    private static Evidence evidence(ActEvidence act, Candidate blamed, FixPhrase change, List<FailedTest> broken) {
        return new Evidence(
                List.of(blamed.commit().commit().id()),
                act.runId().isEmpty() ? List.of() : List.of(act.runId()),
                broken.stream().map(test -> test.test().id()).distinct().toList(),
                List.of(change.symbol().change().file().path()));
    }

    private static Set<String> symbols(FixPhrase change, FailedTest told) {
        Set<String> symbols = new LinkedHashSet<>();
        change.symbol().definition().ifPresent(definition -> symbols.add(definition.qualifiedName()));
        symbols.add(Place.stem(change.symbol().change().file().path()));
        symbols.add(told.error());
        symbols.remove("");
        return symbols;
    }
}
