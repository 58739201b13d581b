package dev.expertd.learn;

import dev.expertd.git.GitReader;
import dev.expertd.journal.Journal;
import dev.expertd.journal.SeenCommit;
import dev.expertd.model.Act;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a commit lies behind another one, under its own id or under the one it got when it was rebased or amended. */
final class Lineage {
    private final Journal journal;
    private final String repository;
    private final GitReader git;
    private final Map<String, Optional<String>> known = new HashMap<>();

    Lineage(Site site) {
        this(site.journal(), site.repository(), site.git());
    }

    Lineage(Journal journal, String repository, GitReader git) {
        this.journal = journal;
        this.repository = repository;
        this.git = git;
    }

    /**
     * The id under which a commit is {@code tip} or one of its ancestors; empty if it is neither.
     *
     * @param commit empty for what ran before the first commit, which lies behind everything
     */
    Optional<String> behind(String commit, String tip) {
        if (commit.isEmpty() || commit.equals(tip)) {
            return Optional.of(commit);
        }
        return tip.isEmpty() ? Optional.empty() : known.computeIfAbsent(commit + " " + tip, key -> find(commit, tip));
    }

    private Optional<String> find(String commit, String tip) {
        return Stream.concat(Stream.of(commit), others(commit))
                .filter(id -> git.isAncestor(id, tip))
                .findFirst();
    }

    private Stream<String> others(String commit) {
        return journal
                .commits()
                .find(repository, commit)
                .map(SeenCommit::act)
                .filter(act -> !act.isEmpty())
                .flatMap(act -> journal.acts().find(repository, act))
                .map(Act::commits)
                .stream()
                .flatMap(ids -> ids.stream())
                .filter(id -> !id.equals(commit));
    }
}
