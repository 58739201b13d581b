package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.SymbolChange;
import java.util.Set;

/** Says where a change is, so that a reader finds it: {@code `Class.method`}, {@code `function` of `file.py`}. */
final class Place {
    private static final Set<String> SAY_NOTHING = Set.of("index", "__init__", "mod", "main");

    private Place() {}

    static String of(SymbolChange symbol) {
        return switch (symbol.change().language()) {
            case JAVA, KOTLIN, CSHARP -> inClasses(symbol);
            default -> inFiles(symbol);
        };
    }

    /** The same for a phrase that names the field already. */
    static String around(SymbolChange symbol) {
        String path = symbol.change().file().path();
        boolean classes = of(symbol).contains("." + symbol.name() + "`")
                && !symbol.container().isEmpty();
        String type = symbol.container().equals(stem(path)) ? stem(path) : stem(path) + "." + symbol.container();
        return Quote.name(classes ? type : shownFile(path));
    }

    /** The name alone, where there is no room for more. */
    static String brief(SymbolChange symbol) {
        return Quote.name(symbol.name().isEmpty() ? stem(symbol.change().file().path()) : symbol.name());
    }

    /** The file's name without its ending. */
    static String stem(String path) {
        String name = fileName(path);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String inClasses(SymbolChange symbol) {
        String stem = stem(symbol.change().file().path());
        String type = symbol.container().isEmpty() ? stem : symbol.container();
        String name = symbol.name();
        if (name.isEmpty()) {
            return Quote.name(stem);
        }
        if (symbol.isCallable() && name.equals(type)) {
            return "the " + Quote.name(name) + " constructor" + (type.equals(stem) ? "" : " in " + Quote.name(stem));
        }
        if (!symbol.isCallable() && !symbol.isField()) {
            return Quote.name(name.equals(stem) ? stem : stem + "." + name);
        }
        return type.equals(stem)
                ? Quote.name(type + "." + name)
                : Quote.name(name) + " of " + Quote.name(stem + "." + type);
    }

    private static String inFiles(SymbolChange symbol) {
        String file = Quote.name(shownFile(symbol.change().file().path()));
        return symbol.definition()
                .map(definition -> Quote.name(definition.qualifiedName()) + " of " + file)
                .orElse(file);
    }

    /** With its folder where the name alone is that of many. */
    private static String shownFile(String path) {
        String[] parts = path.split("/", -1);
        int last = parts.length - 1;
        return last > 0 && SAY_NOTHING.contains(stem(path)) ? parts[last - 1] + "/" + parts[last] : parts[last];
    }
}
