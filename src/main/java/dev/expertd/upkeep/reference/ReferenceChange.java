package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.git.GitReader;
import dev.expertd.model.FileChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What a stretch of history did to the references of expertise files. */
public final class ReferenceChange {
    private final ReferenceLook look;
    private final Concern concern;

    /** From the commit of the last look to the one that is checked out. */
    public ReferenceChange(GitReader git, String head, String before) {
        this.look = ReferenceLook.since(git, head, before);
        List<FileChange> changes = git.changes(before, head);
        this.concern = new Concern(changes);
    }

    /**
     * Puts right what held before, was moved, and is certain.
     *
     * @param file the path of the expertise file
     * @param known what was known after the last look, as {@link Correction#keys} has it
     * @param past for references that were not there at the last look; asked only if there are any
     */
    public Correction follow(
            String file,
            byte[] content,
            Set<String> known,
            Correction.MayTouch mayTouch,
            Supplier<ReferenceLook> past) {
        List<Reference> held = new ArrayList<>();
        List<Reference> fresh = new ArrayList<>();
        Set<String> keys = new HashSet<>(known);
        for (Reference reference : ReferenceFinder.find(content)) {
            String key = Correction.key(reference);
            if (keys.contains(key + Correction.HOLDS)) {
                if (concern.isWith(reference)) {
                    held.add(reference);
                }
            } else if (!Correction.isKnown(key, keys)) {
                fresh.add(reference);
            }
        }
        List<ReferenceLook.Finding> findings = new ArrayList<>(look.follow(held));
        if (!fresh.isEmpty()) {
            findings.addAll(past.get().look(file, fresh));
        }
        return Correction.of(content, findings, known, mayTouch);
    }
}
