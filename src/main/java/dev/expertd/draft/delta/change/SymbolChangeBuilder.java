package dev.expertd.draft.delta.change;

import dev.expertd.symbols.Definition;
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
                gone.add(old.statement());
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

    private static String key(Side side) {
        StringBuilder key = new StringBuilder(side.statement().opens() ? "{" : ";");
        Tokens.of(side.statement().text())
                .all()
                .forEach(token -> key.append(' ').append(token.text()));
        return key.toString();
    }

    private static boolean saysNothing(Statement statement) {
        return Imports.isImport(statement.text()) || SAY_NOTHING.contains(statement.text());
    }
}
