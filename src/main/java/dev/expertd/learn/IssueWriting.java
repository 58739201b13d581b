package dev.expertd.learn;

import dev.expertd.git.GitReader;
import dev.expertd.judge.FailureKind;
import dev.expertd.judge.Headline;
import dev.expertd.judge.IssueLine;
import dev.expertd.judge.Standing;
import dev.expertd.model.Condition;
import dev.expertd.model.Failure;
import dev.expertd.model.Health;
import dev.expertd.model.Sighting;
import dev.expertd.model.TestCase;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts into words where tests stand: one issue for each failure, however many tests it breaks. */
final class IssueWriting {
    static final Failure SILENT = new Failure("", "", "");

    private final GitReader git;
    private final Lineage lineage;

    IssueWriting(GitReader git, Lineage lineage) {
        this.git = git;
        this.lineage = lineage;
    }

    /** A test with its standing and its last failure. */
    record Told(TestCase test, Standing standing, Failure failure, String fingerprint) {
        <S extends Standing> S as(Class<S> kind) {
            return kind.cast(standing);
        }
    }

    /** All of one kind of standing. */
    List<TestIssue> write(List<Told> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        Standing kind = told.get(0).standing();
        if (kind instanceof Standing.Failing) {
            return groups(told, IssueWriting::failureOf).stream()
                    .map(this::failing)
                    .sorted(Comparator.comparing(TestIssue.Failing::condition)
                            .thenComparing(issue -> -issue.tests().size()))
                    .map(TestIssue.class::cast)
                    .toList();
        }
        if (kind instanceof Standing.Repaired) {
            return groups(told, each -> failureOf(each) + range(each).ids()).stream()
                    .map(this::repaired)
                    .toList();
        }
        return told.stream()
                .map(each -> kind instanceof Standing.Unsteady ? unsteady(each) : silenced(each))
                .toList();
    }

    private static Collection<List<Told>> groups(List<Told> told, Function<Told, String> key) {
        return told.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static String failureOf(Told told) {
        return told.fingerprint().isEmpty() ? told.test().id() : told.fingerprint();
    }

    private TestIssue.Failing failing(List<Told> group) {
        Told first = group.stream()
                .min(Comparator.comparingLong(
                        each -> each.as(Standing.Failing.class).firstRed().run()))
                .orElseThrow();
        Standing.Failing standing = first.as(Standing.Failing.class);
        Condition condition = group.stream()
                .map(each -> each.as(Standing.Failing.class).lastRed().condition())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        CommitRange range = range(first);
        boolean nobody = standing.doubtful() || standing.firstRed().provisional();
        return new TestIssue.Failing(
                IssueLine.of(condition + " " + count(group), first.failure(), first.test(), since(standing, range)),
                condition,
                tests(group),
                first.fingerprint(),
                Headline.of(first.failure()),
                FailureKind.of(first.failure()).words(),
                IssueLine.place(first.failure()).orElse(""),
                here(standing.firstRed()),
                nobody ? List.of() : range.ids(),
                !standing.confirmed() && standing.lastPassed() != null,
                standing.runs());
    }

    private String since(Standing.Failing standing, CommitRange range) {
        String seen = CommitRange.shortened(here(standing.firstRed()));
        String runs = " (" + standing.runs() + (standing.runs() == 1 ? " run)" : " runs)");
        if (standing.doubtful()) {
            return "machine suspected at " + seen + runs;
        }
        if (standing.firstRed().provisional()) {
            return "suspected " + seen + " (dirty tree)";
        }
        if (standing.lastPassed() == null) {
            return "first seen " + seen + runs;
        }
        return (standing.confirmed() ? "since " : "suspected ") + range.words().orElse(seen) + runs;
    }

    private TestIssue repaired(List<Told> group) {
        Told first = group.get(0);
        CommitRange range = range(first);
        Sighting green = first.as(Standing.Repaired.class).firstGreen();
        String by = green.provisional()
                ? "uncommitted changes on " + CommitRange.shortened(here(green))
                : range.words().map(words -> "by " + words).orElse("outside the code");
        return new TestIssue.Repaired(
                IssueLine.of("FIXED " + count(group), first.failure(), first.test(), by),
                tests(group),
                Headline.of(first.failure()),
                green.provisional() ? List.of() : range.ids());
    }

    private TestIssue unsteady(Told told) {
        Standing.Unsteady standing = told.as(Standing.Unsteady.class);
        String line = (standing.health() == Health.FLAKY ? "FLAKY " : "SUSPECT ")
                + IssueLine.escaped(IssueLine.name(told.test())) + ": bad in " + standing.bad() + " of "
                + standing.executed() + " runs"
                + (standing.health() == Health.FLAKY ? "" : ", turns from commit to commit");
        return new TestIssue.Unsteady(line, told.test(), standing.health(), standing.bad(), standing.executed());
    }

    private TestIssue silenced(Told told) {
        Standing.Silenced standing = told.as(Standing.Silenced.class);
        String what = standing.condition() == Condition.MUTED ? "MUTED 1 test" : "NOT_RUN 1 test";
        String since = here(standing.since());
        return new TestIssue.Silenced(
                IssueLine.of(what, told.failure(), told.test(), "since " + CommitRange.shortened(since)),
                told.test(),
                standing.condition(),
                Headline.of(told.failure()),
                since);
    }

    private CommitRange range(Told told) {
        Sighting from = told.standing() instanceof Standing.Failing failing
                ? failing.lastPassed()
                : told.as(Standing.Repaired.class).lastRed();
        Sighting to = told.standing() instanceof Standing.Failing failing
                ? failing.firstRed()
                : told.as(Standing.Repaired.class).firstGreen();
        if (from == null) {
            return CommitRange.NONE;
        }
        boolean changed = !from.treeId().equals(to.treeId());
        // as history was when both were seen; a rebase may have put other people's commits between them since
        boolean known = git.has(from.commit()) && git.has(to.commit());
        CommitRange range = CommitRange.between(
                git, known ? from.commit() : here(from), known ? to.commit() : here(to), changed, told.failure());
        return range.called(this::here);
    }

    private String here(String commit) {
        return lineage.behind(commit, git.head().orElse("")).orElse(commit);
    }

    private String here(Sighting sighting) {
        return here(sighting.commit());
    }

    private static List<TestCase> tests(List<Told> group) {
        return group.stream().map(Told::test).toList();
    }

    private static String count(List<Told> group) {
        return group.size() + (group.size() == 1 ? " test" : " tests");
    }
}
