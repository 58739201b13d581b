package dev.expertd.upkeep.reference;

import dev.expertd.symbols.Definition;
import dev.expertd.symbols.Language;
import dev.expertd.symbols.Outline;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where names are defined now, among the files that were changed within the history that was read: what left one file
 * went to one of these. Read when it is first asked for.
 */
final class DefinedNow {
    private static final int FILES = 600;

    private final CodeHistory history;
    private @Nullable Map<String, Set<String>> files;

    DefinedNow(CodeHistory history) {
        this.history = history;
    }

    /** The files that define a name as a whole: {@code Store.get} only where a {@code Store} has a {@code get}. */
    List<String> files(String symbol) {
        Map<String, Set<String>> known = files;
        if (known == null) {
            known = read();
            files = known;
        }
        return known.getOrDefault(Landmarks.lastPart(symbol), Set.of()).stream()
                .filter(file -> history.landmarks(0, file)
                        .filter(code -> code.definitions(symbol).stream().anyMatch(Landmarks.Place::defined))
                        .isPresent())
                .toList();
    }

    /** How a reference stands to a name that left its file; empty if nothing defines the name any more. */
    Optional<Standing> elsewhere(String symbol, String commit) {
        List<String> found = files(symbol);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Landmarks.Place> places = history.landmarks(0, found.get(0))
                .map(code -> code.definitions(symbol))
                .orElse(List.of());
        return Optional.of(
                found.size() == 1 && places.size() == 1
                        ? new Standing.Moved(
                                found.get(0),
                                places.get(0).name(),
                                places.get(0).name(),
                                false,
                                commit,
                                "`" + symbol + "` is defined in another file now")
                        : new Standing.Ambiguous("`" + symbol + "` is defined in "
                                + String.join(" and ", found.subList(0, Math.min(3, found.size()))) + " now"));
    }

    private Map<String, Set<String>> read() {
        Map<String, Set<String>> byName = new HashMap<>();
        WrittenPaths now = history.files(0);
        for (String file : history.touchedFiles().stream()
                .filter(path -> now.has(path) && Language.of(path).isCode())
                .sorted()
                .limit(FILES)
                .toList()) {
            history.text(0, file).map(text -> Outline.of(file, text).definitions()).orElse(List.of()).stream()
                    .map(Definition::name)
                    .forEach(name -> byName.computeIfAbsent(name, key -> new LinkedHashSet<>())
                            .add(file));
        }
        return byName;
    }
}
