package dev.expertd.draft.delta;

import dev.expertd.draft.ChangedSetting;
import dev.expertd.draft.Drafter;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.draft.delta.failure.Headline;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.Condition;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Evidence;
import dev.expertd.model.Failure;
import dev.expertd.model.Origin;
import dev.expertd.model.Refusal;
import dev.expertd.model.Section;
import dev.expertd.model.TestDelta;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A red test turned green: drafts what was wrong and what repaired it, from the failure, the commits in between and
 * their diffs. One draft for {@code common_issues}, at times one for {@code patterns_to_avoid}. Silent where the commits
 * cannot be the reason, with the reason why. A test that is still red is never named.
 */
public final class TestDeltaDrafter implements Drafter {
    private static final int LONGEST_HEADLINE = 125;
    private static final Failure NOTHING_PRINTED = new Failure("", "", "");

    @Override
    public Drafting draft(ActEvidence act) {
        List<TestDelta> fixed = act.deltas().stream()
                .filter(delta -> delta.condition() == Condition.FIXED)
                .toList();
        if (fixed.isEmpty()) {
            return Drafting.NOTHING;
        }
        String first = fixed.get(0).test().name();
        if (act.commits().isEmpty()) {
            return Drafting.refused(first, "it turned green without a commit in between, so it is flaky");
        }
        List<Refusal> refusals = new ArrayList<>();
        TestFirst testFirst = new TestFirst(act.commits());
        List<FailedTest> tests = new ArrayList<>();
        for (TestDelta delta : fixed) {
            if (testFirst.wrote(delta.test())) {
                refusals.add(new Refusal(delta.test().name(), "the same work added or changed this test"));
            } else {
                tests.add(FailedTest.of(delta.test(), before(delta)));
            }
        }
        if (tests.isEmpty()) {
            return new Drafting(List.of(), refusals);
        }
        Optional<Candidate> credited = Candidate.best(act.commits(), tests);
        if (credited.isEmpty()) {
            Optional<SettingRepair> settings = SettingRepair.of(act.commits());
            if (settings.isPresent()) {
                return drafting(act, settings.get(), tests, refusals);
            }
            refusals.add(
                    new Refusal(first, "no source code changed since it was red, nor a setting that could be told"));
            return new Drafting(List.of(), refusals);
        }
        return drafting(act, credited.get(), tests, refusals);
    }

    private static Drafting drafting(
            ActEvidence act, Candidate credited, List<FailedTest> tests, List<Refusal> refusals) {
        Optional<FixPhrase> fix = FixPhrase.of(credited.symbols(), tests);
        if (fix.isEmpty()) {
            refusals.add(new Refusal(credited.commit().commit().subject(), "its change could not be put into words"));
            return new Drafting(List.of(), refusals);
        }
        FailedTest told = RepairedTests.best(tests, fix.get().symbol());
        Optional<String> author = new AuthorSentence(fix.get().symbol(), tests)
                .find(credited.commit().commit().message());
        Optional<FixLine> line = FixLine.of(told, fix.get(), author);
        if (line.isEmpty()) {
            refusals.add(new Refusal(told.name(), "the repair does not fit into a line"));
            return new Drafting(List.of(), refusals);
        }
        double score = Sureness.of(
                credited, fix.get(), tests, line.get().author(), act.commits().size());
        List<Draft> drafts = new ArrayList<>();
        Evidence evidence = evidence(act, credited, fix.get().symbol(), told, tests);
        LocalDate date = credited.commit().commit().authored().toLocalDate();
        drafts.add(new Draft(
                Origin.FIX,
                Section.COMMON_ISSUES,
                line.get().statement(),
                line.get().detail(),
                score,
                date,
                symbols(fix.get(), told),
                evidence));
        if (!anyStillRed(act)) {
            AvoidLine.of(fix.get(), told)
                    .map(avoid -> new Draft(
                            Origin.FIX,
                            Section.PATTERNS_TO_AVOID,
                            avoid.statement(),
                            avoid.reason(),
                            score,
                            date,
                            symbols(fix.get(), told),
                            evidence))
                    .ifPresent(drafts::add);
        }
        return new Drafting(drafts, refusals);
    }

    /** Where no source code changed, a setting did. */
    private static Drafting drafting(
            ActEvidence act, SettingRepair repair, List<FailedTest> tests, List<Refusal> refusals) {
        FailedTest told = tests.get(0);
        String headline = Headline.of(told, LONGEST_HEADLINE);
        Set<String> symbols = new LinkedHashSet<>(Set.of(told.error()));
        repair.settings().forEach(setting -> symbols.add(setting.name()));
        symbols.remove("");
        Draft draft = new Draft(
                Origin.FIX,
                Section.COMMON_ISSUES,
                headline,
                repair.told(told, FixLine.LONGEST - headline.length()),
                repair.score(told),
                repair.commit().commit().authored().toLocalDate(),
                symbols,
                new Evidence(
                        List.of(repair.commit().commit().id()),
                        act.runId().isEmpty() ? List.of() : List.of(act.runId()),
                        tests.stream().map(test -> test.test().id()).distinct().toList(),
                        repair.settings().stream()
                                .map(ChangedSetting::path)
                                .distinct()
                                .toList()));
        return new Drafting(List.of(draft), refusals);
    }

    private static boolean anyStillRed(ActEvidence act) {
        return act.deltas().stream().anyMatch(delta -> delta.now() != null);
    }

    private static Failure before(TestDelta delta) {
        return delta.before() == null ? NOTHING_PRINTED : delta.before();
    }

    private static Evidence evidence(
            ActEvidence act, Candidate credited, SymbolChange symbol, FailedTest told, List<FailedTest> tests) {
        List<String> testIds = Stream.concat(Stream.of(told), tests.stream())
                .map(test -> test.test().id())
                .distinct()
                .toList();
        List<String> files = Stream.concat(Stream.of(symbol), credited.symbols().stream())
                .map(changed -> changed.change().file().path())
                .distinct()
                .toList();
        return new Evidence(
                List.of(credited.commit().commit().id()),
                act.runId().isEmpty() ? List.of() : List.of(act.runId()),
                testIds,
                files);
    }

    private static Set<String> symbols(FixPhrase fix, FailedTest told) {
        Set<String> symbols = new LinkedHashSet<>();
        fix.symbol().definition().ifPresent(definition -> {
            symbols.add(definition.name());
            symbols.add(definition.qualifiedName());
        });
        symbols.add(Place.stem(fix.symbol().change().file().path()));
        symbols.add(told.error());
        symbols.addAll(FixPhrase.names(fix.main()));
        symbols.remove("");
        return symbols;
    }
}
