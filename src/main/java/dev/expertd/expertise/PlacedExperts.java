package dev.expertd.expertise;

import dev.expertd.model.Expert;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The experts of a commit that is not checked out, if no settings name them: the same that its work tree would have. */
public final class PlacedExperts {
    private final TreeSet<String> files;
    private final Function<String, Optional<String>> texts;
    private final List<Expert> experts = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private PlacedExperts(Collection<String> paths, Function<String, Optional<String>> texts) {
        this.files = new TreeSet<>(paths);
        this.texts = texts;
    }

    /** True if a file there may make an expert. */
    public static boolean mayBeExpert(String path) {
        return ExpertPlaces.LISTS.contains(path)
                || ExpertPlaces.INSTRUCTIONS.contains(path)
                || ExpertPlaces.FOLDERS.stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }

    /**
     * The experts among files, folder by folder, and only if there is none, the first list.
     *
     * @param texts what a file holds; asked only where the path alone does not decide
     */
    public static List<Expert> among(Collection<String> paths, Function<String, Optional<String>> texts) {
        PlacedExperts placed = new PlacedExperts(paths, texts);
        ExpertPlaces.FOLDERS.forEach(placed::in);
        if (placed.experts.isEmpty()) {
            placed.list();
        }
        return placed.experts;
    }

    private void in(String folder) {
        Map<String, String> entries = new TreeMap<>();
        for (String path : files.tailSet(folder + "/")) {
            if (!path.startsWith(folder + "/") || entries.size() >= ExpertPlaces.MOST) {
                break;
            }
            String inner = path.substring(folder.length() + 1);
            int slash = inner.indexOf('/');
            String entry = slash < 0 ? inner : inner.substring(0, slash);
            boolean fits = slash < 0
                    ? ExpertPlaces.isFlat(folder, inner)
                    : ExpertPlaces.NAMES.contains(inner.substring(slash + 1));
            if (fits && !ExpertPlaces.isAside(entry)) {
                entries.putIfAbsent(entry, path);
            }
        }
        entries.forEach((entry, path) -> {
            boolean flat = path.length() == folder.length() + 1 + entry.length();
            if (!flat
                    || !folder.equals(ExpertPlaces.OPEN)
                    || holds(path, text -> Recognition.isExpertise(path, text))) {
                add(flat ? entry.substring(0, entry.lastIndexOf('.')) : entry, path, Expert.Format.usualOf(path));
            }
        });
    }

    private void list() {
        ExpertPlaces.LISTS.stream()
                .filter(files::contains)
                .findFirst()
                .ifPresent(path -> add(ExpertPlaces.OF_LIST, path, Expert.Format.LIST));
        ExpertPlaces.INSTRUCTIONS.stream()
                .filter(path -> experts.isEmpty() && files.contains(path) && holds(path, ListText::holdsPart))
                .findFirst()
                .ifPresent(path -> add(ExpertPlaces.OF_LIST, path, Expert.Format.PART));
    }

    private boolean holds(String path, Predicate<byte[]> recognised) {
        return texts.apply(path)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .filter(recognised)
                .isPresent();
    }

    private void add(String name, String path, Expert.Format format) {
        String own = ExpertPlaces.free(name, names);
        names.add(own);
        experts.add(new Expert(own, path, format, List.of()));
    }
}
