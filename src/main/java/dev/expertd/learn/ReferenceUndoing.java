package dev.expertd.learn;

import dev.expertd.expertise.ExpertiseWriter;
import dev.expertd.expertise.WriteResult;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.redact.Redacted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts references back to what people had written; that they are theirs from now on is remembered. */
final class ReferenceUndoing {
    private final Site site;
    private final ExpertiseWriter writer;
    private final Map<String, Redacted> waiting;

    ReferenceUndoing(Site site, ExpertiseWriter writer, Map<String, Redacted> waiting) {
        this.site = site;
        this.writer = writer;
        this.waiting = waiting;
    }

    void undo(List<ReferenceEdit> edits) throws IOException {
        if (site.git().operationUnderWay().isPresent()) {
            edits.forEach(edit -> waiting.put(edit.file(), site.safe("git is in the middle of something")));
            return;
        }
        Map<String, List<ReferenceEdit>> byFile = new LinkedHashMap<>();
        edits.forEach(edit ->
                byFile.computeIfAbsent(edit.file(), key -> new ArrayList<>()).add(edit));
        for (Map.Entry<String, List<ReferenceEdit>> entry : byFile.entrySet()) {
            undo(entry.getKey(), entry.getValue());
        }
    }

    private void undo(String file, List<ReferenceEdit> edits) throws IOException {
        String ourHash = site.journal().checkpoints().writtenHash(site.repository(), site.worktree(), file);
        WriteResult result = writer.write(site.root(), file, ourHash, content -> TakenBack.from(content, edits));
        if (result instanceof WriteResult.HeldBack heldBack) {
            waiting.put(file, site.safe(heldBack.reason()));
        } else if (result instanceof WriteResult.LeftAlone leftAlone) {
            waiting.put(file, site.safe(leftAlone.reason()));
        } else {
            site.journal().inTransaction(() -> {
                site.journal()
                        .references()
                        .put(
                                site.repository(),
                                edits.stream()
                                        .map(edit -> edit.in(ReferenceEdit.State.UNDONE))
                                        .toList());
                if (result instanceof WriteResult.Written written) {
                    site.journal().checkpoints().written(site.repository(), site.worktree(), file, written.hash());
                }
                site.journal().lines().mustBeLookedAt(site.repository(), site.worktree(), file);
            });
            if (result instanceof WriteResult.Unchanged) {
                waiting.put(
                        file,
                        site.safe("nothing was changed: what had been put right no longer stands there as it was left;"
                                + " edit it by hand"));
            }
        }
    }
}
