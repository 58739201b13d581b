package dev.expertd.draft.delta.change;

import dev.expertd.symbols.Definition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a commit changed in one symbol, net: statements that stand on both sides are moved, not changed.
 *
 * @param definition where the change is; empty outside of all definitions
 * @param removed statements of the file before, in order
 * @param added statements of the file now, in order
 * @param moved statements that stand in another place now, as they stand there
 */
public record SymbolChange(
        CodeChange change,
        Optional<Definition> definition,
        List<Statement> removed,
        List<Statement> added,
        List<Moved> moved) {
    /** A statement before and after. */
    public record Moved(Statement before, Statement now) {}

    public SymbolChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
        moved = List.copyOf(moved);
    }

    /** The symbol's own name; empty outside of all definitions. */
    public String name() {
        return definition.map(Definition::name).orElse("");
    }

    public String container() {
        return definition.map(Definition::container).orElse("");
    }

    public boolean isCallable() {
        return definition.map(found -> found.kind().isCallable()).orElse(false);
    }

    public boolean isField() {
        return definition.map(found -> found.kind() == Definition.Kind.FIELD).orElse(false);
    }

    /** Whether the commit added the symbol. */
    public boolean isNew() {
        return isCallable() && !change.before().defines(name());
    }

    /** Whether the commit took the symbol out. */
    public boolean isGone() {
        return isCallable() && !change.after().defines(name());
    }

    /** How many statements differ. */
    public int size() {
        return removed.size() + added.size();
    }

    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty() && moved.isEmpty();
    }

    /** Names in the statements that were added or removed. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        added.forEach(statement -> names.addAll(Tokens.of(statement.text()).names()));
        removed.forEach(statement -> names.addAll(Tokens.of(statement.text()).names()));
        return names;
    }
}
