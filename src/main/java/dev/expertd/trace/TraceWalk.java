package dev.expertd.trace;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One walk through a work tree, every pattern followed in step. */
final class TraceWalk extends SimpleFileVisitor<Path> {
    private static final int ENTRIES = 50_000;
    private static final int FILES = 20_000;
    private static final int FOLDERS = 256;
    private static final int BEHIND_A_LINK = 4;

    private final Path root;
    private final List<TraceSources.Place> places;
    private final Predicate<String> ignored;

    /** Where each pattern stands in the folders from the root to the one at hand. */
    private final Deque<List<BitSet>> standing = new ArrayDeque<>();

    private final List<Map<String, List<Path>>> found = new ArrayList<>();
    private final Set<Path> folders = new LinkedHashSet<>();
    private @Nullable Path realRoot;
    private boolean behindALink;
    private int entries;
    private int files;

    TraceWalk(Path root, List<TraceSources.Place> places, Predicate<String> ignored) {
        this.root = root;
        this.places = places;
        this.ignored = ignored;
        places.forEach(place -> found.add(new LinkedHashMap<>()));
        folders.add(root);
    }

    TraceSources.Found found() {
        List<TraceSource> sources = new ArrayList<>();
        for (Map<String, List<Path>> bySource : found) {
            bySource.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> new TraceSource(
                            entry.getKey(), entry.getValue().stream().sorted().toList()))
                    .forEach(sources::add);
        }
        return new TraceSources.Found(sources, folders);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            standing.push(places.stream().map(place -> place.glob().start()).toList());
            return FileVisitResult.CONTINUE;
        }
        String name = String.valueOf(folder.getFileName());
        boolean another = name.equals(".git") || Files.exists(folder.resolve(".git"));
        if (another || ++entries > ENTRIES || behindALink && !isInside(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        boolean byNameOnly = UsualPlaces.PASSED_BY.contains(name) || ignored.test(relative(folder));
        List<BitSet> here = new ArrayList<>();
        boolean named = false;
        boolean reachable = false;
        for (int i = 0; i < places.size(); i++) {
            Glob glob = places.get(i).glob();
            BitSet at = glob.into(standing.element().get(i), name);
            BitSet byName = glob.named(at);
            here.add(byNameOnly ? byName : at);
            named |= !byName.isEmpty();
            reachable |= !here.get(i).isEmpty();
        }
        if (!reachable) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (named) {
            watch(folder);
        }
        standing.push(here);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        standing.pop();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (++entries > ENTRIES) {
            return FileVisitResult.TERMINATE;
        }
        if (attributes.isSymbolicLink() && isSpeltOut(file) && Files.isDirectory(file)) {
            follow(file);
            return FileVisitResult.CONTINUE;
        }
        String name = String.valueOf(file.getFileName());
        for (int i = 0; i < places.size(); i++) {
            TraceSources.Place place = places.get(i);
            if (place.glob().matches(standing.element().get(i), name)) {
                if (isOurs(file, attributes) && ++files <= FILES) {
                    String source = place.together() ? place.glob().toString() : relative(file);
                    found.get(i)
                            .computeIfAbsent(source, key -> new ArrayList<>())
                            .add(file);
                    watch(file.getParent());
                }
                break;
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }

    /** A link such as {@code latest/} is followed where a pattern says just that: elsewhere it would be a second way in. */
    private boolean isSpeltOut(Path link) {
        return places.stream().anyMatch(place -> place.glob().beginsWith(relative(link)));
    }

    private void follow(Path link) {
        if (behindALink) {
            return;
        }
        behindALink = true;
        try {
            Files.walkFileTree(link, EnumSet.of(FileVisitOption.FOLLOW_LINKS), BEHIND_A_LINK, this);
        } catch (IOException e) {
            // it leads nowhere by now
        } finally {
            behindALink = false;
        }
    }

    /** A regular file, or a link such as {@code latest.json} to one inside the work tree. */
    private boolean isOurs(Path file, BasicFileAttributes attributes) {
        return attributes.isSymbolicLink() || behindALink
                ? Files.isRegularFile(file) && isInside(file)
                : attributes.isRegularFile();
    }

    private boolean isInside(Path path) {
        try {
            Path inside = realRoot == null ? root.toRealPath() : realRoot;
            realRoot = inside;
            return path.toRealPath().startsWith(inside);
        } catch (IOException e) {
            return false; // a link that leads nowhere
        }
    }

    /** The folder and those around it: one that is made anew is reported by its parent. */
    private void watch(@Nullable Path folder) {
        for (Path each = folder;
                each != null && each.startsWith(root) && folders.size() < FOLDERS && folders.add(each); ) {
            each = each.getParent();
        }
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
