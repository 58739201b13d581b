package dev.expertd.learn;

import dev.expertd.git.GitReader;
import dev.expertd.journal.Journal;
import dev.expertd.journal.JournaledVerdict;
import dev.expertd.journal.TestHistory.Place;
import dev.expertd.judge.Standing;
import dev.expertd.model.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the tests that matter now, on the way to the commit that is checked out. Reads only. */
public final class TestsNow {
    /** So many runs are looked back. */
    private static final int RUNS = 200;

    /** So many sightings of one test are looked at. */
    private static final int SIGHTINGS = 500;

    private final Journal journal;
    private final String repository;
    private final GitReader git;
    private final Instant now;
    private final Lineage lineage;

    public TestsNow(Journal journal, String repository, GitReader git, Instant now) {
        this.journal = journal;
        this.repository = repository;
        this.git = git;
        this.now = now;
        this.lineage = new Lineage(journal, repository, git);
    }

    /** What is to be told: failing tests by their failures, then unsteady, silenced and lately repaired ones. */
    public List<TestIssue> issues() {
        List<Long> runs = journal.tests().places(repository, "", Long.MAX_VALUE, RUNS).stream()
                .map(Place::seq)
                .toList();
        Map<String, JournaledVerdict> reds = new LinkedHashMap<>();
        journal.verdicts().reds(runs).forEach(red -> reds.put(red.test(), red));
        Set<String> candidates = new LinkedHashSet<>(reds.keySet());
        candidates.addAll(journal.tests().everFlaky(repository));
        Map<Class<?>, List<IssueWriting.Told>> told = new HashMap<>();
        for (String test : candidates) {
            Standing standing = standing(test);
            if (!(standing instanceof Standing.Well)) {
                JournaledVerdict red = reds.get(test);
                told.computeIfAbsent(standing.getClass(), kind -> new ArrayList<>())
                        .add(new IssueWriting.Told(
                                journal.verdicts().test(test),
                                standing,
                                red == null ? IssueWriting.SILENT : red.failure(),
                                red == null ? "" : red.fingerprint()));
            }
        }
        IssueWriting writing = new IssueWriting(git, lineage);
        return Stream.of(
                        Standing.Failing.class,
                        Standing.Unsteady.class,
                        Standing.Silenced.class,
                        Standing.Repaired.class)
                .flatMap(kind -> writing.write(told.getOrDefault(kind, List.of())).stream())
                .toList();
    }

    /** True if a run was ever seen here. */
    public boolean hasRuns() {
        return !journal.tests().places(repository, "", Long.MAX_VALUE, 1).isEmpty();
    }

    private Standing standing(String test) {
        String head = git.head().orElse("");
        List<Sighting> all = journal.tests().sightings(repository, test, Long.MAX_VALUE, SIGHTINGS);
        List<Sighting> behind = all.stream()
                .filter(sighting -> lineage.behind(sighting.commit(), head).isPresent())
                .toList();
        return Standing.of(behind, all, now);
    }
}
