package dev.expertd.upkeep;

import dev.expertd.journal.Journal;
import dev.expertd.model.FileChange;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.redact.Redacted;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Marks written lines that no longer hold: all they name is gone, or the test they fixed is red again. The mark stands in
 * the journal and goes when things are well again; the file is not touched.
 */
public final class Doubts {
    private static final int LOOKED_AT = 200;

    private final Checkout here;
    private final Journal journal;

    public Doubts(Checkout here) {
        this.here = here;
        this.journal = here.journal();
    }

    /** Looks at the lines that rest on files which were changed. */
    public void afterChanges(Collection<FileChange> changes) {
        Set<String> paths = new HashSet<>();
        changes.forEach(change -> paths.addAll(List.of(change.path(), change.oldPath())));
        refresh(line -> line.evidence().files().stream().anyMatch(paths::contains));
    }

    /** Looks at the lines that rest on tests which these runs executed. */
    public void afterRuns(Collection<String> runs) {
        Set<String> tests = new HashSet<>();
        for (String run : runs) {
            journal.verdicts().of(here.repository(), run).stream()
                    .filter(verdict -> verdict.status().isRed())
                    .forEach(verdict -> tests.add(verdict.test()));
        }
        Set<String> doubted = journal.doubts().all(here.repository()).keySet();
        refresh(line ->
                doubted.contains(line.id()) || line.evidence().tests().stream().anyMatch(tests::contains));
    }

    /** Looks at all lines. */
    public void afterAll() {
        refresh(line -> true);
    }

    /** The lines that no longer hold as far as the journal knows, with the reason. */
    public static List<Doubted> marked(Journal journal, String repository) {
        return journal.doubts().all(repository).entrySet().stream()
                .flatMap(doubt -> journal
                        .learnings()
                        .find(repository, doubt.getKey())
                        .filter(line -> line.state() == LearningState.DONE)
                        .map(line -> new Doubted(line, doubt.getValue()))
                        .stream())
                .toList();
    }

    /** A line that no longer holds, and why. */
    public record Doubted(Learning line, Redacted reason) {}

    private void refresh(Predicate<Learning> concerned) {
        List<Learning> lines = written().stream().filter(concerned).toList();
        if (lines.isEmpty()) {
            return;
        }
        Tallies tallies = new Tallies(journal, here.repository(), here.git());
        Map<String, String> found = new TreeMap<>();
        lines.forEach(line -> found.put(line.id(), tallies.doubt(line).orElse("")));
        journal.inTransaction(
                () -> found.forEach((line, why) -> journal.doubts().put(here.repository(), line, here.safe(why))));
    }

    private List<Learning> written() {
        return journal.learnings().in(here.repository(), LearningState.DONE).stream()
                .limit(LOOKED_AT)
                .toList();
    }
}
