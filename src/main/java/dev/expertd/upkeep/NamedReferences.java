package dev.expertd.upkeep;

import dev.expertd.journal.ReferenceEdit;
import dev.expertd.model.ExpertView;
import dev.expertd.upkeep.reference.Correction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the corrections of references that somebody means: by the id of one, or by the line that holds them. */
public final class NamedReferences {
    private final Checkout here;
    private final NamedLines lines;

    /** {@code folder} is where the names of files are relative to, besides the top of the work tree. */
    public NamedReferences(Checkout here, Path folder) {
        this.here = here;
        this.lines = new NamedLines(here, folder);
    }

    /** Those that stand in a file; none if no correction is meant. */
    public List<ReferenceEdit> find(String what) {
        Optional<NamedLines.Standing> line = lines.standing(what);
        return here.experts().stream()
                .map(ExpertView::expert)
                .flatMap(expert -> here.journal().references().in(here.repository(), expert.file()).stream())
                .filter(edit -> edit.state() == ReferenceEdit.State.DONE)
                .filter(edit -> edit.id().equals(what)
                        || line.filter(named -> named.file().equals(edit.file())
                                        && Correction.lineHash(named.text()).equals(edit.lineHash()))
                                .isPresent())
                .toList();
    }
}
