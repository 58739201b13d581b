package dev.expertd.learn;

import dev.expertd.model.Commit;
import dev.expertd.model.Draft;
import dev.expertd.model.FileChange;
import dev.expertd.model.PastVerdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that the drafts of an act may quote, as one text: message, paths, diffs and what the tests printed. */
final class EvidenceText {
    private static final int FILES = 60;

    private EvidenceText() {}

    static String of(Site site, Optional<Commit> commit, List<Draft> drafts, String note) {
        StringBuilder text = new StringBuilder(note).append('\n');
        Set<String> commits = new LinkedHashSet<>();
        commit.ifPresent(found -> commits.add(found.id()));
        drafts.forEach(draft -> commits.addAll(draft.evidence().commits()));
        for (String id : commits) {
            site.git().commit(id).ifPresent(found -> append(site, found, text));
        }
        Set<String> runs = new LinkedHashSet<>();
        Set<String> tests = new LinkedHashSet<>();
        drafts.forEach(draft -> {
            runs.addAll(draft.evidence().runs());
            tests.addAll(draft.evidence().tests());
        });
        for (String test : tests) {
            for (PastVerdict past : site.journal().tests().past(site.repository(), test, Long.MAX_VALUE, 5)) {
                if (past.failure() != null) {
                    text.append(past.failure().type())
                            .append('\n')
                            .append(past.failure().message())
                            .append('\n')
                            .append(past.failure().body())
                            .append('\n');
                }
            }
        }
        for (String run : runs) {
            site.journal().verdicts().of(site.repository(), run).stream()
                    .filter(verdict -> tests.contains(verdict.test()))
                    .forEach(verdict -> text.append(verdict.name())
                            .append(' ')
                            .append(verdict.suite())
                            .append('\n'));
        }
        return text.toString();
    }

    private static void append(Site site, Commit commit, StringBuilder text) {
        text.append(site.safe(commit.message()).text()).append('\n');
        int files = 0;
        for (FileChange file : commit.files()) {
            text.append(file.path()).append('\n').append(file.oldPath()).append('\n');
            if (files++ < FILES) {
                site.git()
                        .diff(commit.id(), file)
                        .map(new SafeEvidence(site)::safe)
                        .ifPresent(diff -> text.append(diff.before())
                                .append('\n')
                                .append(diff.after())
                                .append('\n'));
            }
        }
    }
}
