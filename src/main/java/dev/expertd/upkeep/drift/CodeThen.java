package dev.expertd.upkeep.drift;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.symbols.Language;
import dev.expertd.upkeep.reference.CodeHistory;
import dev.expertd.upkeep.reference.Landmarks;
import dev.expertd.upkeep.reference.WrittenPaths;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The code that an expertise file is about, when something was written down and now. */
final class CodeThen {
    private static final int FILES = 80;

    private final CodeHistory history;
    private final Set<String> about = new LinkedHashSet<>();

    CodeThen(CodeHistory history, List<Reference> references) {
        this.history = history;
        for (Reference reference : references) {
            if (reference.kind() == Reference.Kind.PATH) {
                about.add(reference.text());
            }
            about.addAll(reference.wide());
        }
    }

    /** One file in two versions; gone files have none. */
    record Changed(String path, int age, Landmarks then, Landmarks now) {}

    /** The files that were changed since, of those that the expertise file names, in both versions. */
    List<Changed> changedSince(int age) {
        return files(age)
                .filter(path -> history.steps(age, path).iterator().hasNext())
                .limit(FILES)
                .flatMap(path -> changed(path, age).stream())
                .toList();
    }

    /** The files that the expertise file names, as they are now. */
    List<Landmarks> now() {
        return files(0).limit(FILES)
                .flatMap(path -> history.landmarks(0, path).stream())
                .toList();
    }

    /** The sources that the expertise file names, as they were called at that age. */
    private Stream<String> files(int age) {
        WrittenPaths index = history.files(age);
        return about.stream()
                .flatMap(written ->
                        (written.contains("*") ? index.matching(written, FILES) : index.resolve(written)).stream())
                .distinct()
                .filter(path -> Language.of(path) != Language.OTHER);
    }

    private Optional<Changed> changed(String path, int age) {
        CodeHistory.Fate fate = history.fate(age, path);
        Optional<Landmarks> then = history.landmarks(age, path);
        Optional<Landmarks> now = fate.isGone() ? Optional.empty() : history.landmarks(0, fate.path());
        return then.isPresent() && now.isPresent()
                ? Optional.of(new Changed(fate.path(), age, then.get(), now.get()))
                : Optional.empty();
    }

    /** The first commit since in which a file called so then is not as it was; empty if none is. */
    String firstCommit(String path, int age, Predicate<Landmarks> changed) {
        for (CodeHistory.Step step : history.steps(age, path)) {
            if (step.isDeletion()
                    || history.landmarks(step.age(), step.change().path())
                            .filter(changed)
                            .isPresent()) {
                return history.commit(step.age());
            }
        }
        return "";
    }
}
