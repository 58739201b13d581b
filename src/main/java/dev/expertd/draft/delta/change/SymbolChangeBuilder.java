package dev.expertd.draft.delta.change;

import dev.expertd.symbols.Definition;
import dev.expertd.symbols.Outline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the statements of one symbol while a diff is read. */
final class SymbolChangeBuilder {
    private static final Set<String> SAY_NOTHING = Set.of("else", "try", "do", "finally", "begin", "end");

    private static final int MOST_STATEMENTS = 5_000;

    private record Side(Statement statement, int hunk) {}

    private final CodeChange change;
    private final Optional<Definition> definition;
    private final List<Side> removed = new ArrayList<>();
    private final List<Side> added = new ArrayList<>();

    SymbolChangeBuilder(CodeChange change, Optional<Definition> definition) {
        this.change = change;
        this.definition = definition;
    }

    void removed(Statement statement, int hunk) {
        removed.add(new Side(statement, hunk));
    }

    void added(Statement statement, int hunk) {
        added.add(new Side(statement, hunk));
    }

    /** What stands on both sides is moved if its place or its depth differs; else only what is around it changed. */
    SymbolChange build() {
        Map<String, Deque<Side>> come = new HashMap<>();
        added.forEach(side ->
                come.computeIfAbsent(key(side), key -> new ArrayDeque<>()).add(side));
        List<Statement> gone = new ArrayList<>();
        List<SymbolChange.Moved> moved = new ArrayList<>();
        for (Side old : removed) {
            Deque<Side> same = come.getOrDefault(key(old), new ArrayDeque<>());
            if (same.isEmpty()) {
                elsewhere(old.statement())
                        .ifPresentOrElse(
                                now -> moved.add(new SymbolChange.Moved(old.statement(), now)),
                                () -> gone.add(old.statement()));
                continue;
            }
            Side now = same.remove();
            if (old.hunk() != now.hunk()
                    || old.statement().depth() != now.statement().depth()) {
                moved.add(new SymbolChange.Moved(old.statement(), now.statement()));
            }
        }
        Set<Side> left = come.values().stream().flatMap(Deque::stream).collect(Collectors.toSet());
        List<Statement> kept = added.stream()
                .filter(left::contains)
                .map(Side::statement)
                .collect(Collectors.toCollection(ArrayList::new));
        gone.removeIf(SymbolChangeBuilder::saysNothing);
        kept.removeIf(SymbolChangeBuilder::saysNothing);
        moved.removeIf(pair -> saysNothing(pair.now()));
        return new SymbolChange(change, definition, gone, kept, moved);
    }

    /**
     * Where the same statement stands now at a depth at which it did not stand before: the diff may have taken that
     * place for an old one.
     */
    private Optional<Statement> elsewhere(Statement old) {
        String key = key(old);
        if (old.opens() || definition.isEmpty() || change.newStatements().size() > MOST_STATEMENTS) {
            return Optional.empty();
        }
        Set<Integer> before = change.oldStatements().stream()
                .filter(statement ->
                        isHere(change.before(), statement) && key(statement).equals(key))
                .map(Statement::depth)
                .collect(Collectors.toSet());
        return change.newStatements().stream()
                .filter(statement -> isHere(change.after(), statement)
                        && !before.contains(statement.depth())
                        && key(statement).equals(key))
                .findFirst();
    }

    private boolean isHere(Outline outline, Statement statement) {
        Optional<String> name = outline.at(statement.first()).map(Definition::qualifiedName);
        return name.equals(definition.map(Definition::qualifiedName));
    }

    private static String key(Side side) {
        return key(side.statement());
    }

    private static String key(Statement statement) {
        StringBuilder key = new StringBuilder(statement.opens() ? "{" : ";");
        Tokens.of(statement.text()).all().forEach(token -> key.append(' ').append(token.text()));
        return key.toString();
    }

    private static boolean saysNothing(Statement statement) {
        return Imports.isImport(statement.text()) || SAY_NOTHING.contains(statement.text());
    }
}
