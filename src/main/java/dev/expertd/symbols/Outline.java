package dev.expertd.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source file defines and where. Made in one pass over the text; a file that cannot be understood has no
 * definitions, never wrong lines.
 */
public final class Outline {
    private final Language language;
    private final SourceText source;
    private final List<Definition> definitions;
    private final boolean whole;
    private final @Nullable Definition[] innermost;
    private final CutFile cut;

    private Outline(Language language, SourceText source, List<Definition> definitions, boolean whole) {
        this.language = language;
        this.source = source;
        this.whole = whole;
        this.definitions = definitions.stream()
                .sorted(Comparator.comparingInt(Definition::first).thenComparing(d -> -d.last()))
                .toList();
        innermost = sweep(this.definitions);
        cut = new CutFile(whole ? "" : source.bare(), this.definitions);
    }

    /**
     * Reads a text.
     *
     * @param path tells the language; only its last segment counts
     */
    public static Outline of(String path, String text) {
        Language language = Language.of(path);
        SourceText source = SourceText.of(language, text);
        if (language.isKeyed()) {
            List<Definition> keys = switch (language) {
                case YAML -> KeyScan.yaml(source);
                case TOML -> KeyScan.toml(source);
                default -> new JsonKeys(source).definitions();
            };
            return new Outline(language, source, keys, true);
        }
        if (language.isIndented()) {
            return new Outline(language, source, new IndentScan(source, language).definitions(), true);
        }
        if (language == Language.OTHER) {
            return new Outline(language, source, List.of(), true);
        }
        BraceScan scan = new BraceScan(source.bare(), language);
        List<Definition> definitions = scan.definitions();
        return new Outline(language, source, definitions, scan.isBalanced());
    }

    public Language language() {
        return language;
    }

    public SourceText source() {
        return source;
    }

    /** By first line, the outer before the inner. */
    public List<Definition> definitions() {
        return definitions;
    }

    /** False for a file whose braces do not match, as in one that was cut: definitions may end at wrong lines. */
    public boolean isWhole() {
        return whole;
    }

    /**
     * The innermost definition that holds a line, counted from 0. In a file that is not whole, only functions, and only
     * those whose head stands above the line.
     */
    public Optional<Definition> at(int line) {
        if (!whole) {
            return cut.at(Math.max(0, line));
        }
        return line < 0 || line >= innermost.length ? Optional.empty() : Optional.ofNullable(innermost[line]);
    }

    /** Whether something of this name is defined here. */
    public boolean defines(String name) {
        return definitions.stream().anyMatch(definition -> definition.name().equals(name));
    }

    private static @Nullable Definition[] sweep(List<Definition> sorted) {
        int lines = sorted.stream().mapToInt(Definition::last).max().orElse(-1) + 1;
        @Nullable Definition[] owners = new @Nullable Definition[lines];
        Deque<Definition> around = new ArrayDeque<>();
        List<Definition> next = new ArrayList<>(sorted);
        int taken = 0;
        for (int line = 0; line < lines; line++) {
            while (taken < next.size() && next.get(taken).first() == line) {
                around.push(next.get(taken++));
            }
            while (!around.isEmpty() && around.peek().last() < line) {
                around.pop();
            }
            owners[line] = around.peek();
        }
        return owners;
    }
}
