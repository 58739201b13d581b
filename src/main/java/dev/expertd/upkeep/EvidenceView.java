package dev.expertd.upkeep;

import dev.expertd.model.Commit;
import dev.expertd.model.Learning;
import dev.expertd.redact.Redacted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a line rests on, as a person needs it to decide.
 *
 * @param tests names of the tests
 * @param files paths that the line speaks of
 */
public record EvidenceView(List<CommitView> commits, List<String> tests, List<String> files) {
    /**
     * A commit by what a person knows it by.
     *
     * @param subject empty if git has removed the commit
     */
    public record CommitView(String id, Optional<LocalDate> authored, Redacted subject) {}

    public EvidenceView {
        commits = List.copyOf(commits);
        tests = List.copyOf(tests);
        files = List.copyOf(files);
    }

    /** Looks the evidence of a line up. */
    public static EvidenceView of(Checkout here, Learning line) {
        return new EvidenceView(
                line.evidence().commits().stream().map(id -> commit(here, id)).toList(),
                tests(here, line),
                line.evidence().files());
    }

    private static CommitView commit(Checkout here, String id) {
        Optional<Commit> found = here.git().commit(id);
        return new CommitView(
                id,
                found.map(commit -> commit.authored().toLocalDate()),
                here.safe(found.map(Commit::subject).orElse("")));
    }

    private static List<String> tests(Checkout here, Learning line) {
        return line.evidence().runs().stream()
                .flatMap(run -> here.journal().verdicts().of(here.repository(), run).stream())
                .filter(verdict -> line.evidence().tests().contains(verdict.test()))
                .map(verdict -> verdict.name().text())
                .distinct()
                .toList();
    }
}
