package dev.expertd.upkeep.reference;

import dev.expertd.model.FileChange;
import dev.expertd.symbols.Language;
import java.util.List;
import java.util.Optional;

/** Finds the commit that took a name's definition out of a file, and the file that it went to. */
final class Removal {
    private static final int FILES = 40;

    private final CodeHistory history;

    Removal(CodeHistory history) {
        this.history = history;
    }

    /** The first change since that age after which the file does not define the name. */
    private Optional<CodeHistory.Step> step(String path, int age, String symbol) {
        for (CodeHistory.Step step : history.steps(age, path)) {
            boolean defines = !step.isDeletion()
                    && history.landmarks(step.age(), step.change().path())
                            .filter(code -> !code.definitions(symbol).isEmpty())
                            .isPresent();
            if (!defines) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    Optional<String> commit(String path, int age, String symbol) {
        return step(path, age, symbol).map(step -> history.commit(step.age()));
    }

    /** The one file of the same commit that defines the name since, if it is there now. */
    Optional<String> movedTo(String path, int age, String symbol) {
        Optional<CodeHistory.Step> removal = step(path, age, symbol);
        if (removal.isEmpty()) {
            return Optional.empty();
        }
        int at = removal.get().age();
        List<String> files = history.changes(at).stream()
                .filter(change -> change.kind() != FileChange.Kind.DELETED)
                .map(FileChange::path)
                .filter(file -> Language.of(file) != Language.OTHER
                        && !file.equals(removal.get().change().path()))
                .limit(FILES)
                .filter(file -> history.landmarks(at, file)
                        .filter(code -> !code.definitions(symbol).isEmpty())
                        .isPresent())
                .toList();
        return files.size() == 1
                ? Optional.of(history.fate(at, files.get(0)).path()).filter(file -> !file.isEmpty())
                : Optional.empty();
    }
}
