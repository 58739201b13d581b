package dev.expertd.model;

import dev.expertd.redact.Redacted;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One thing that was tried, as it was last judged.
 *
 * @param id short and readable: the start of its commit's id, or of its run's
 * @param worktree the checkout in which it happened
 * @param commit the commit that it is; empty for runs on a tree that no commit holds yet
 * @param commits that commit and the ids it had before it was amended or rebased
 * @param runs ids of the runs that tested it, oldest first
 * @param component the area it changed; empty while unknown
 * @param title what a person calls it: the commit's subject or the run's source
 */
public record Act(
        String id,
        String repository,
        String worktree,
        String commit,
        List<String> commits,
        List<String> runs,
        Redacted component,
        Redacted title,
        Outcome outcome,
        Instant judgedAt) {
    public Act {
        if (id.isEmpty() || repository.isEmpty()) {
            throw new IllegalArgumentException("an act needs an id and a repository");
        }
        Objects.requireNonNull(worktree, "worktree");
        Objects.requireNonNull(commit, "commit");
        commits = List.copyOf(commits);
        runs = List.copyOf(runs);
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(judgedAt, "judgedAt");
    }
}
