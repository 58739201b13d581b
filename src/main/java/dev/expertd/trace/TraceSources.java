package dev.expertd.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the traces of a work tree by a bounded walk: those that the configured patterns mean, relative to the work tree,
 * or those in the usual places of test runners. Report folders are nearly always ignored by git and found all the same,
 * because a pattern names them; nothing else is looked for in an ignored folder. No symbolic link leads out of the tree.
 */
public final class TraceSources {
    private static final int DEPTH = 16;

    /** A pattern, and whether its many files are one run. */
    record Place(Glob glob, boolean together) {}

    private final Path root;
    private final Predicate<String> ignored;
    private final List<Place> places;

    /** Without knowledge of what git ignores. */
    public TraceSources(Path root, List<String> configured) {
        this(root, configured, folder -> false);
    }

    /**
     * @param configured globs relative to the work tree; empty for the usual places. The files of one whose last name has
     *     a wildcard are one source, otherwise each file is
     * @param ignored true for a folder, relative to the work tree and with slashes, that git ignores
     */
    public TraceSources(Path root, List<String> configured, Predicate<String> ignored) {
        this.root = root;
        this.ignored = ignored;
        this.places = configured.isEmpty()
                ? usual()
                : configured.stream().map(TraceSources::place).toList();
    }

    /**
     * What one walk found.
     *
     * @param sources in the order of the patterns, those of one pattern by path
     * @param folders the existing folders in which a trace may appear, up to the root: to be watched
     */
    public record Found(List<TraceSource> sources, Set<Path> folders) {
        public Found {
            sources = List.copyOf(sources);
            folders = Set.copyOf(folders);
        }
    }

    /** True if a path, relative to the work tree, is where a trace may stand. */
    public boolean isTrace(String path) {
        List<String> names = new ArrayList<>();
        Path.of(path).normalize().forEach(name -> names.add(name.toString()));
        return places.stream().anyMatch(place -> {
            BitSet at = place.glob().start();
            for (String folder : names.subList(0, names.size() - 1)) {
                at = place.glob().into(at, folder);
            }
            return place.glob().matches(at, names.get(names.size() - 1));
        });
    }

    /** Every source that has files now. An unreadable folder holds none; of a vast tree only a part is looked at. */
    public Found find() {
        TraceWalk walk = new TraceWalk(root, places, ignored);
        try {
            Files.walkFileTree(root, Set.of(), DEPTH, walk);
        } catch (IOException e) {
            return walk.found(); // the root went away; the next look says so
        }
        return walk.found();
    }

    private static Place place(String pattern) {
        Glob glob = new Glob(pattern);
        return new Place(glob, glob.meansMany());
    }

    private static List<Place> usual() {
        return Stream.concat(
                        UsualPlaces.TOGETHER.stream().map(pattern -> new Place(new Glob(pattern), true)),
                        UsualPlaces.EACH.stream().map(pattern -> new Place(new Glob(pattern), false)))
                .toList();
    }
}
