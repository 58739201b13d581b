package dev.expertd.draft.together;

import dev.expertd.draft.delta.change.FileKind;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.FileChange;
import dev.expertd.symbols.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A name that one commit added to one place, and a later one had to add to another.
 *
 * @param commit the one that forgot
 * @param first where it was added
 * @param other where it was missing
 * @param times so often a commit added one name to both places
 */
record Forgotten(String name, String commit, Listing first, Listing other, int times) {
    /** How one file changed in a commit. */
    private record Change(CommitEvidence commit, FileChange file) {
        Optional<AddedNames> names() {
            return commit.changes().diff(file).map(AddedNames::of);
        }

        Optional<AddedNames> namesIfAnyOf(Set<String> wanted) {
            return commit.changes()
                    .diff(file)
                    .filter(diff -> AddedNames.mayBring(diff, wanted))
                    .map(AddedNames::of);
        }
    }

    /** What a commit repaired that an earlier one forgot; empty for nearly all commits. */
    static Optional<Forgotten> by(CommitEvidence repair) {
        List<FileChange> code =
                repair.commit().files().stream().filter(Forgotten::holdsNames).toList();
        Repair gate = new Repair(repair.commit());
        if (!gate.mayComplete(code)) {
            return Optional.empty();
        }
        Map<FileChange, AddedNames> added = new LinkedHashMap<>();
        for (FileChange file : code) {
            new Change(repair, file)
                    .names()
                    .filter(names -> !names.symbols().isEmpty())
                    .ifPresent(names -> added.put(file, names));
        }
        if (added.isEmpty()) {
            return Optional.empty();
        }
        Together together = new Together(repair.history().before(Together.WINDOW));
        return added.entrySet().stream()
                .flatMap(file -> in(together, gate, file.getKey(), file.getValue()).stream())
                .findFirst();
    }

    private static Optional<Forgotten> in(Together together, Repair repair, FileChange completed, AddedNames added) {
        Set<String> companions = together.companions(completed.path());
        return together.past().stream()
                .limit(Repair.RECENT)
                .filter(earlier -> repair.mayComplete(earlier.commit()))
                .flatMap(earlier -> earlier.commit().files().stream()
                        .filter(Forgotten::holdsNames)
                        .filter(file -> file.path().equals(completed.path())
                                ? added.symbols().stream().anyMatch(symbol -> !added.isCallable(symbol))
                                : companions.contains(file.path()))
                        .map(file -> new Change(earlier, file)))
                .limit(Together.LOOKS)
                .flatMap(change -> in(together, change, completed.path(), added).stream())
                .findFirst();
    }

    private static Optional<Forgotten> in(Together together, Change earlier, String completed, AddedNames added) {
        Optional<AddedNames> then = earlier.namesIfAnyOf(added.all());
        for (String symbol : then.map(AddedNames::symbols).orElse(Set.of())) {
            for (String later : added.symbols()) {
                Listing first = new Listing(earlier.file().path(), symbol);
                Listing other = new Listing(completed, later);
                Optional<String> name = then.orElseThrow().to(symbol).stream()
                        .filter(added.to(later)::contains)
                        .findFirst();
                boolean insideFunctions = first.path().equals(other.path())
                        && (then.orElseThrow().isCallable(symbol) || added.isCallable(later));
                if (name.isEmpty() || first.equals(other) || insideFunctions) {
                    continue;
                }
                String forgot = earlier.commit().commit().id();
                Together.Count count = together.count(first, other, forgot);
                if (count.isHabit()) {
                    return Optional.of(new Forgotten(name.get(), forgot, first, other, count.both()));
                }
            }
        }
        return Optional.empty();
    }

    static Optional<AddedNames> names(CommitEvidence commit, FileChange file) {
        return new Change(commit, file).names();
    }

    private static boolean holdsNames(FileChange file) {
        FileKind kind = FileKind.of(file.path());
        return file.kind() != FileChange.Kind.DELETED
                && (kind == FileKind.SOURCE || kind == FileKind.CONFIG)
                && Language.of(file.path()) != Language.OTHER;
    }
}
