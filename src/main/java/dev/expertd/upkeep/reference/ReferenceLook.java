package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.git.GitReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One look at the references of expertise files against what a commit holds. What was read from history for one file
 * serves the next.
 */
public final class ReferenceLook {

    private final CodeHistory history;
    private final Births births;
    private final Anchoring anchoring;
    private final LinesNow lines;
    private final PathNow paths;
    private final SymbolNow symbols;

    /** {@code head} is the commit that references are to hold in; history is read as far back as need be. */
    public ReferenceLook(GitReader git, String head) {
        this(new CodeHistory(git, head));
    }

    /** A look that knows of nothing but what lies between two commits. */
    public static ReferenceLook since(GitReader git, String head, String commit) {
        return new ReferenceLook(CodeHistory.since(git, head, commit));
    }

    /** A look that shares what was read from history. */
    public ReferenceLook(CodeHistory history) {
        this.history = history;
        this.births = new Births(history);
        this.anchoring = new Anchoring(history);
        DefinedNow defined = new DefinedNow(history);
        this.lines = new LinesNow(history, defined);
        this.paths = new PathNow(history);
        this.symbols = new SymbolNow(history, defined);
    }

    /** A reference and how it stands. */
    public record Finding(Reference reference, Standing standing) {
        public boolean holds() {
            return standing instanceof Standing.Exact;
        }
    }

    /**
     * Looks at one file; what only looks like a reference is left out.
     *
     * @param file its path, relative to the work tree
     * @param content as it lies in the work tree
     */
    public List<Finding> look(String file, byte[] content) {
        return look(file, ReferenceFinder.find(content));
    }

    /** Looks at some of the references of a file. */
    public List<Finding> look(String file, List<Reference> references) {
        if (references.isEmpty() || history.length() == 0) {
            return List.of();
        }
        List<Birth> born = births.of(file, references);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            standing(reference, born.get(i)).ifPresent(standing -> findings.add(new Finding(reference, standing)));
        }
        return findings;
    }

    /** Looks at those references that held in the oldest commit this look knows of. */
    List<Finding> follow(List<Reference> held) {
        Birth oldest = new Birth(Math.max(0, history.length() - 1), true);
        List<Finding> findings = new ArrayList<>();
        for (Reference reference : held) {
            standing(reference, oldest).ifPresent(standing -> findings.add(new Finding(reference, standing)));
        }
        return findings;
    }

    private Optional<Standing> standing(Reference reference, Birth birth) {
        return switch (reference.kind()) {
            case PATH -> paths.of(reference, birth);
            case SYMBOL -> symbols.of(reference, birth);
            case LINES -> lines(reference, birth);
        };
    }

    private Optional<Standing> lines(Reference reference, Birth birth) {
        Optional<Anchor> anchor = anchoring.anchor(reference, birth);
        if (anchor.filter(found -> found.hold() == Anchor.Hold.DOUBTED).isPresent()) {
            Optional<Standing> byName = anchoring.byNameAlone(reference);
            if (byName.filter(Standing.Moved.class::isInstance).isPresent()) {
                return byName;
            }
        }
        if (anchor.isPresent()) {
            return Optional.of(lines.of(reference, anchor.get()));
        }
        return anchoring.byNameAlone(reference);
    }
}
