package dev.expertd.draft.delta.change;

import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.symbols.Definition;
import dev.expertd.symbols.Language;
import dev.expertd.symbols.Outline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a commit changed one source file. */
public final class CodeChange {
    /** A longer statement is data; its changed lines are looked at one by one. */
    private static final int LONGEST_STATEMENT = 500;

    private static final int MOST_SYMBOLS = 200;

    private final FileChange file;
    private final Outline before;
    private final Outline after;
    private final List<Statement> oldStatements;
    private final List<Statement> newStatements;
    private final String[] oldLines;
    private final String[] newLines;

    private CodeChange(FileDiff diff) {
        file = diff.change();
        before = Outline.of(file.oldPath(), diff.before());
        after = Outline.of(file.path(), diff.after());
        oldStatements = Statements.of(before.source(), before.language());
        newStatements = Statements.of(after.source(), after.language());
        oldLines = before.source().uncommented().split("\n", -1);
        newLines = after.source().uncommented().split("\n", -1);
    }

    /** The symbols that the diff changed, in the order of the file; comments and layout change none. */
    public static List<SymbolChange> symbols(FileDiff diff) {
        return new CodeChange(diff).symbols(LineAlignment.hunks(diff));
    }

    /** The definitions that the diff touched, before or after, whatever it did to them. */
    public static Set<String> touchedDefinitions(FileDiff diff) {
        CodeChange change = new CodeChange(diff);
        Set<String> names = new LinkedHashSet<>();
        for (Hunk hunk : LineAlignment.hunks(diff)) {
            for (int line = hunk.beforeStart(); line < hunk.beforeEnd(); line++) {
                change.before.at(line).ifPresent(definition -> names.add(definition.name()));
            }
            for (int line = hunk.afterStart(); line < hunk.afterEnd(); line++) {
                change.after.at(line).ifPresent(definition -> names.add(definition.name()));
            }
        }
        return names;
    }

    public FileChange file() {
        return file;
    }

    public Language language() {
        return after.language() == Language.OTHER ? before.language() : after.language();
    }

    public Outline before() {
        return before;
    }

    public Outline after() {
        return after;
    }

    /** The statements of the file as it is now. */
    public List<Statement> newStatements() {
        return newStatements;
    }

    List<Statement> oldStatements() {
        return oldStatements;
    }

    private List<SymbolChange> symbols(List<Hunk> hunks) {
        Map<String, SymbolChangeBuilder> symbols = new LinkedHashMap<>();
        Set<Statement> seenOld = new LinkedHashSet<>();
        Set<Statement> seenNew = new LinkedHashSet<>();
        for (int number = 0; number < hunks.size(); number++) {
            Hunk hunk = hunks.get(number);
            int place = number;
            for (Statement old : touched(oldStatements, oldLines, hunk.beforeStart(), hunk.beforeEnd())) {
                int line = Math.max(old.first(), Math.min(hunk.beforeStart(), old.last()));
                if (seenOld.add(old)) {
                    symbol(symbols, before.at(line)).ifPresent(symbol -> symbol.removed(old, place));
                }
            }
            for (Statement now : touched(newStatements, newLines, hunk.afterStart(), hunk.afterEnd())) {
                int line = Math.max(now.first(), Math.min(hunk.afterStart(), now.last()));
                if (seenNew.add(now)) {
                    symbol(symbols, after.at(line)).ifPresent(symbol -> symbol.added(now, place));
                }
            }
        }
        List<SymbolChange> changed = symbols.values().stream()
                .map(SymbolChangeBuilder::build)
                .filter(symbol -> !symbol.isEmpty())
                .toList();
        return changed.isEmpty() ? nestedOtherwise() : changed;
    }

    /** Where all statements are the same, only brackets or indentation may have changed: then some are in or out of a block. */
    private List<SymbolChange> nestedOtherwise() {
        List<SymbolChange> changed = new ArrayList<>();
        if (oldStatements.size() != newStatements.size()) {
            return changed;
        }
        for (int i = 0; i < oldStatements.size(); i++) {
            Statement old = oldStatements.get(i);
            Statement now = newStatements.get(i);
            if (!Tokens.of(old.text()).same(Tokens.of(now.text()))) {
                return List.of();
            }
            if (old.depth() != now.depth()) {
                changed.add(new SymbolChange(
                        this, after.at(now.first()), List.of(), List.of(), List.of(new SymbolChange.Moved(old, now))));
            }
        }
        return changed;
    }

    /** Statements on the lines, and one that goes on over an empty range of lines. */
    private static List<Statement> touched(List<Statement> statements, String[] lines, int from, int to) {
        List<Statement> touched = new ArrayList<>();
        for (int i = firstEndingAt(statements, from); i < statements.size(); i++) {
            Statement statement = statements.get(i);
            boolean on = statement.first() < to && statement.last() >= from;
            boolean around = from == to && statement.first() < from && statement.last() >= from;
            if (statement.first() >= Math.max(to, from + 1)) {
                break;
            }
            if (!on && !around) {
                continue;
            }
            if (statement.text().length() <= LONGEST_STATEMENT) {
                touched.add(statement);
                continue;
            }
            for (int line = Math.max(from, statement.first()); line < Math.min(to, statement.last() + 1); line++) {
                String text = line < lines.length ? lines[line].strip() : "";
                if (!Statements.isEmpty(text) && text.length() <= LONGEST_STATEMENT) {
                    touched.add(new Statement(text, line, line, statement.depth(), false));
                }
            }
        }
        return touched;
    }

    /** Statements stand in the order of their last lines, but for those that share a line. */
    private static int firstEndingAt(List<Statement> statements, int line) {
        int low = 0;
        int high = statements.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (statements.get(middle).last() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<SymbolChangeBuilder> symbol(
            Map<String, SymbolChangeBuilder> symbols, Optional<Definition> definition) {
        String key = definition.map(Definition::qualifiedName).orElse("");
        if (!symbols.containsKey(key) && symbols.size() >= MOST_SYMBOLS) {
            return Optional.empty();
        }
        return Optional.of(symbols.computeIfAbsent(key, name -> new SymbolChangeBuilder(this, definition)));
    }
}
