package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.git.GitReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One look at the references of expertise files against what a commit holds. What was read from history for one file
 * serves the next.
 */
public final class ReferenceLook {
    private static final int HOLDS_NOTHING = 0;

    private final CodeHistory history;
    private final Births births;
    private final Anchoring anchoring;
    private final LinesNow lines;
    private final PathNow paths;
    private final SymbolNow symbols;

    /** {@code head} is the commit that references are to hold in. */
    public ReferenceLook(GitReader git, String head) {
        this.history = new CodeHistory(git, head);
        this.births = new Births(history);
        this.anchoring = new Anchoring(history);
        this.lines = new LinesNow(history);
        this.paths = new PathNow(history);
        this.symbols = new SymbolNow(history);
    }

    /** A reference and how it stands. */
    public record Finding(Reference reference, Standing standing) {}

    /**
     * Looks at one file; what only looks like a reference is left out.
     *
     * @param file its path, relative to the work tree
     * @param content as it lies in the work tree
     */
    public List<Finding> look(String file, byte[] content) {
        List<Reference> references = ReferenceFinder.find(content);
        if (references.isEmpty() || history.length() == HOLDS_NOTHING) {
            return List.of();
        }
        Map<String, Birth> born = births.of(file, references);
        List<Finding> findings = new ArrayList<>();
        for (Reference reference : references) {
            Birth birth = born.getOrDefault(reference.key(), new Birth(0, false));
            standing(reference, birth).ifPresent(standing -> findings.add(new Finding(reference, standing)));
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
        if (anchor.isPresent()) {
            return Optional.of(lines.of(reference, anchor.get()));
        }
        return anchoring.byNameAlone(reference);
    }
}
