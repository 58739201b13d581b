package dev.expertd.learn;

import dev.expertd.curate.Instructions;
import dev.expertd.model.Changes;
import dev.expertd.model.Commit;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.TestedEdit;
import java.util.ArrayList;
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
        return new Commit(
                commit.id(),
                commit.parents(),
                commit.author(),
                commit.authored(),
                commit.committed(),
                Instructions.dropped(site.safe(words).text()),
                commit.files());
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
        if (text.isEmpty()) {
            return text;
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        boolean changed = false;
        for (FileDiff.Edit edit : edits) {
            List<String> edited =
                    lines.subList(Math.min(start.of(edit), lines.size()), Math.min(end.of(edit), lines.size()));
            String joined = String.join("\n", edited);
            String safe = site.safe(joined).text();
            if (!safe.equals(joined)) {
                changed = true;
                List<String> fewer = List.of(safe.split("\n", -1));
                for (int i = 0; i < edited.size(); i++) {
                    edited.set(i, i < fewer.size() ? fewer.get(i) : "");
                }
            }
        }
        return changed ? String.join("\n", lines) : text;
    }
}
