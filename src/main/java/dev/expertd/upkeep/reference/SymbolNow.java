package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what {@code symbol()} meant when it was written down is still defined. */
final class SymbolNow {
    private final CodeHistory history;
    private final Meaning meaning;
    private final DefinedNow defined;

    SymbolNow(CodeHistory history, DefinedNow defined) {
        this.history = history;
        this.meaning = new Meaning(history);
        this.defined = defined;
    }

    /** Empty if none of the files that its statement may mean ever defined it: then it is no reference. */
    Optional<Standing> of(Reference reference, Birth birth) {
        String symbol = reference.text();
        for (String file : files(reference, birth.age())) {
            boolean defined = history.landmarks(birth.age(), file)
                    .filter(code -> code.definitions(symbol).stream().anyMatch(Landmarks.Place::defined))
                    .isPresent();
            if (defined) {
                return Optional.of(since(symbol, file, birth.age()));
            }
        }
        return Optional.empty();
    }

    private Set<String> files(Reference reference, int age) {
        Set<String> files = new LinkedHashSet<>();
        meaning.near(reference, age).forEach(files::addAll);
        files.addAll(meaning.wide(reference, age));
        return files;
    }

    private Standing since(String symbol, String file, int age) {
        CodeHistory.Fate fate = history.fate(age, file);
        Optional<Landmarks> now = fate.isGone() ? Optional.empty() : history.landmarks(0, fate.path());
        if (now.filter(code -> !code.definitions(symbol).isEmpty()).isPresent()) {
            return new Standing.Exact(fate.path());
        }
        Removal removal = new Removal(history);
        String commit = removal.commit(file, age, symbol).orElse("");
        Optional<String> elsewhere = removal.movedTo(file, age, symbol);
        List<Landmarks.Place> there = elsewhere
                .flatMap(path -> history.landmarks(0, path))
                .map(code -> code.definitions(symbol))
                .orElse(List.of());
        if (!there.isEmpty()) {
            int line = there.get(0).name();
            return new Standing.Moved(
                    elsewhere.orElseThrow(), line, line, false, commit, "it is defined in another file now");
        }
        if (now.filter(code -> code.mentions(symbol)).isPresent()) {
            return new Standing.Exact(fate.path());
        }
        return defined.elsewhere(symbol, commit)
                .orElseGet(() ->
                        new Standing.Gone("no longer defined in " + (fate.isGone() ? file : fate.path()), commit));
    }
}
