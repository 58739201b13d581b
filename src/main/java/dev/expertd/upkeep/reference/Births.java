package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells when each reference of an expertise file was written down, from the file's own versions. */
final class Births {
    private final CodeHistory history;

    Births(CodeHistory history) {
        this.history = history;
    }

    /**
     * A reference as it is known in one version of the file.
     *
     * @param turn how many of the same statement stand above it: what was put right may say now what its neighbour said
     */
    private record Known(String key, String bare, String statement, int turn) {
        String path() {
            return key.substring(bare.length());
        }
    }

    /** The references of one version, each of those that say the same once. */
    private record Version(Set<Known> all, Map<String, List<Known>> byKey, Map<String, List<Known>> byStatement) {
        static Version of(List<Reference> references) {
            Set<Known> all = new LinkedHashSet<>(known(references));
            return new Version(
                    all,
                    all.stream().collect(Collectors.groupingBy(Known::key)),
                    all.stream().collect(Collectors.groupingBy(Known::statement)));
        }

        /** Each reference, in their order. */
        static List<Known> known(List<Reference> references) {
            List<Known> known = new ArrayList<>();
            Map<String, Integer> turns = new HashMap<>();
            for (Reference reference : references) {
                int turn = turns.merge(reference.statement(), 1, Integer::sum);
                known.add(new Known(reference.key(), reference.keyWithoutPath(), reference.statement(), turn));
            }
            return known;
        }

        private boolean names(String path) {
            return all.stream().anyMatch(known -> known.path().equals(path));
        }

        /**
         * What a reference of this version was in the one before: the same; the same with another path in the same
         * statement; or the same in a statement that was put otherwise. Empty if it was none.
         */
        Optional<Known> in(Version before, Known known) {
            if (before.all.contains(known)) {
                return Optional.of(known);
            }
            List<Known> alike = before.byStatement.getOrDefault(known.statement(), List.of());
            boolean shifted = alike.size()
                    != byStatement.getOrDefault(known.statement(), List.of()).size();
            List<Known> there = alike.stream()
                    .filter(each -> !all.contains(each)
                            && (shifted && each.key().equals(known.key())
                                    || each.turn() == known.turn()
                                            && each.bare().equals(known.bare())
                                            && !names(each.path())
                                            && !before.names(known.path())))
                    .toList();
            List<Known> same = there.isEmpty()
                    ? before.byKey.getOrDefault(known.key(), List.of()).stream()
                            .filter(each -> !byStatement.containsKey(each.statement()))
                            .toList()
                    : there;
            return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
        }
    }

    /** The birth of each reference, in their order. What no commit holds yet was born just now. */
    List<Birth> of(String file, List<Reference> references) {
        Map<Known, Birth> births = new HashMap<>();
        Version version = Version.of(references);
        Map<Known, Known> open = new HashMap<>();
        version.all().forEach(known -> open.put(known, known));
        version = back(version, version(0, file), open, births, 0);
        for (CodeHistory.Step step : open.isEmpty() ? List.<CodeHistory.Step>of() : history.origins(file)) {
            Version before = step.isAddition()
                    ? Version.of(List.of())
                    : version(step.age() + 1, step.change().oldPath());
            version = back(version, before, open, births, step.age());
            if (open.isEmpty()) {
                break;
            }
        }
        Birth unknown = new Birth(Math.max(0, history.length() - 1), false);
        open.keySet().forEach(known -> births.put(known, unknown));
        return Version.known(references).stream().map(births::get).toList();
    }

    /** Goes back to the version before; what is not there was born at that age. */
    private static Version back(
            Version version, Version before, Map<Known, Known> open, Map<Known, Birth> births, int age) {
        Map<Known, Known> older = new HashMap<>();
        open.forEach((known, then) -> version.in(before, then)
                .ifPresentOrElse(found -> older.put(known, found), () -> births.put(known, new Birth(age, true))));
        open.clear();
        open.putAll(older);
        return before;
    }

    private Version version(int age, String path) {
        return Version.of(history.text(age, path)
                .map(text -> ReferenceFinder.find(text.getBytes(StandardCharsets.UTF_8)))
                .orElse(List.of()));
    }
}
