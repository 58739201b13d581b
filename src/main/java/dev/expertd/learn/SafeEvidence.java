package dev.expertd.learn;

import dev.expertd.curate.Instructions;
import dev.expertd.model.Changes;
import dev.expertd.model.Commit;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.TestedEdit;
import java.util.List;

/**
 * What drafters read of a commit, secrets and instructions taken out first: a drafter sets words in backticks, shortens
 * and puts together, and of a token in two pieces nobody could tell later that it was one; and a good sentence is not
 * lost with the bad one that follows it.
 */
final class SafeEvidence {
    private final Site site;

    SafeEvidence(Site site) {
        this.site = site;
    }

    /** A commit as it is. */
    CommitEvidence of(Commit commit) {
        return new CommitEvidence(said(commit, commit.message()), changes(commit));
    }

    /** A commit with those before it. */
    CommitEvidence of(Commit commit, PastCommits past) {
        return new CommitEvidence(
                said(commit, commit.message()),
                changes(commit),
                limit -> past.before(commit, site.git(), limit).stream()
                        .map(earlier -> new CommitEvidence(earlier, changes(earlier)))
                        .toList());
    }

    /** A commit of which somebody says this. */
    CommitEvidence of(Commit commit, String words) {
        return new CommitEvidence(said(commit, words), changes(commit));
    }

    /** A commit, narrowed to an edit. */
    CommitEvidence of(Commit commit, List<FileChange> files, Changes edits) {
        return new CommitEvidence(
                said(commit, commit.message()),
                changes(commit),
                new TestedEdit(files, change -> edits.diff(change).map(this::safe)));
    }

    private Changes changes(Commit commit) {
        return change -> site.git().diff(commit.id(), change).map(this::safe);
    }

    private Commit said(Commit commit, String words) {
        return commit.saying(Instructions.dropped(site.safe(words).text()));
    }

    /** Only what was edited is ever quoted; the lines keep their numbers. */
    FileDiff safe(FileDiff diff) {
        List<FileDiff.Edit> edits = diff.edits();
        String before = safe(diff.before(), edits, FileDiff.Edit::beforeStart, FileDiff.Edit::beforeEnd);
        String after = safe(diff.after(), edits, FileDiff.Edit::afterStart, FileDiff.Edit::afterEnd);
        return before.equals(diff.before()) && after.equals(diff.after())
                ? diff
                : new FileDiff(diff.change(), before, after, edits);
    }

    private interface Line {
        int of(FileDiff.Edit edit);
    }

    private String safe(String text, List<FileDiff.Edit> edits, Line start, Line end) {
        StringBuilder out = null;
        int copied = 0;
        int line = 0;
        int at = 0;
        for (FileDiff.Edit edit : edits) {
            int from = behind(text, at, start.of(edit) - line);
            at = behind(text, from, end.of(edit) - start.of(edit));
            line = end.of(edit);
            String edited = text.substring(from, at);
            String safe = site.safe(edited).text();
            if (!safe.equals(edited)) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, copied, from).append(padded(safe, edited));
                copied = at;
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** Where so many lines further on the next one begins. */
    private static int behind(String text, int from, int lines) {
        int at = from;
        for (int i = 0; i < lines && at < text.length(); i++) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return at;
    }

    /** With as many lines as there were: a key of many lines becomes one marker. */
    private static String padded(String safe, String edited) {
        long missing = edited.chars().filter(c -> c == '\n').count()
                - safe.chars().filter(c -> c == '\n').count();
        return safe + "\n".repeat((int) Math.max(0, missing));
    }
}
