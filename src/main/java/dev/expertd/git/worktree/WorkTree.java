package dev.expertd.git.worktree;

import dev.expertd.git.plumbing.FileAttributes;
import dev.expertd.git.plumbing.IndexEntry;
import dev.expertd.git.plumbing.ObjectIds;
import dev.expertd.git.plumbing.Plumbing;
import dev.expertd.git.plumbing.TreeEntry;
import dev.expertd.io.Hash;
import dev.expertd.model.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes one snapshot of a work tree: what would differ from HEAD if all of it were committed now.
 *
 * <p>Files whose size and time are the index's are as the index says; the raw bytes of the others are hashed, and CR LF
 * counts as LF where that makes them equal. No filter of the user's is run, as {@code git status} would.
 */
public final class WorkTree {
    /** Beyond these a tree is unknown rather than slow. */
    static final int CANDIDATES = 2_000;

    static final long BYTES = 16L << 20;

    private final Plumbing plumbing;
    private final WorkTreeSettings settings;
    private final BlobIds blobIds;
    private final Comparison comparison;
    private final SortedMap<String, String> changed = new TreeMap<>();
    private String algorithm = "";
    private int candidates;
    private long bytes;

    private WorkTree(Plumbing plumbing, Path index, WorkTreeSettings settings, BlobIds blobIds) throws IOException {
        this.plumbing = plumbing;
        this.settings = settings;
        this.blobIds = blobIds;
        this.comparison = Comparison.with(index);
    }

    /** The tree has more differences than are looked at. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * {@code head} and {@code tree}: ids of the commit checked out and its tree, empty before the first commit;
     * {@code except}: paths that never count.
     */
    public static Snapshot snapshot(
            Plumbing plumbing,
            Path index,
            WorkTreeSettings settings,
            BlobIds blobIds,
            String head,
            String tree,
            Predicate<String> except)
            throws IOException {
        try {
            SortedMap<String, String> changed =
                    new WorkTree(plumbing, index, settings, blobIds).differences(tree, except);
            return new Snapshot(head, changed.isEmpty() ? tree : Hash.hex(tree + changed), changed, true);
        } catch (TooMuch e) {
            return Snapshot.unknown(head);
        }
    }

    private SortedMap<String, String> differences(String tree, Predicate<String> except) throws IOException {
        Map<String, TreeEntry> committed = tree.isEmpty() ? Map.of() : plumbing.tree(tree);
        Map<String, IndexEntry> index = new HashMap<>();
        plumbing.index().forEach(entry -> index.put(entry.path(), entry));
        algorithm = index.values().stream()
                .findAny()
                .map(entry -> ObjectIds.algorithm(entry.entry().id()))
                .orElse(ObjectIds.algorithm(tree));
        Set<String> present = new HashSet<>();
        plumbing.eachFile(index.keySet(), (path, file, attributes) -> {
            IndexEntry entry = index.get(path);
            if (attributes.isOther()) {
                return; // a pipe or a socket: git does not see it either
            }
            if (!except.test(path) && (entry == null || !entry.isSkipped())) {
                present.add(path);
                compare(path, look(file, attributes, entry, committed.get(path)), committed.get(path));
            }
        });
        index.forEach((path, entry) -> {
            if (entry.isSkipped() && !except.test(path)) {
                present.add(path);
                compare(path, entry.entry(), committed.get(path));
            } else if (entry.entry().isSubmodule()) {
                present.add(path);
            }
        });
        committed.forEach((path, entry) -> {
            if (!present.contains(path) && !except.test(path) && !entry.isSubmodule()) {
                changed.put(path, "");
            }
        });
        return changed;
    }

    private void compare(String path, TreeEntry now, @Nullable TreeEntry committed) {
        if (!now.equals(committed)) {
            changed.put(path, now.id());
        }
    }

    private TreeEntry look(
            Path file, BasicFileAttributes attributes, @Nullable IndexEntry entry, @Nullable TreeEntry committed)
            throws IOException {
        TreeEntry known = entry == null ? committed : entry.entry();
        int mode = mode(attributes, known);
        if (entry != null && mode == entry.entry().mode() && comparison.isSurelySame(attributes, entry)) {
            return entry.entry();
        }
        return new TreeEntry(mode, hash(file, attributes, known == null ? "" : known.id()));
    }

    private int mode(BasicFileAttributes attributes, @Nullable TreeEntry known) {
        if (attributes.isSymbolicLink()) {
            return TreeEntry.LINK;
        }
        int before = known == null ? 0 : known.mode();
        boolean standsForLink = !settings.hasLinks() && before == TreeEntry.LINK;
        boolean isPlainFile = (before & TreeEntry.TYPE) == (TreeEntry.PLAIN & TreeEntry.TYPE);
        if (standsForLink || isPlainFile && !settings.tellsExecutable()) {
            return before;
        }
        return settings.tellsExecutable() && FileAttributes.isExecutable(attributes)
                ? TreeEntry.EXECUTABLE
                : TreeEntry.PLAIN;
    }

    private String hash(Path file, BasicFileAttributes attributes, String expected) throws IOException {
        bytes += attributes.size();
        if (++candidates > CANDIDATES || bytes > BYTES) {
            throw new TooMuch();
        }
        BlobIds.Ids ids = blobIds.of(file, attributes, algorithm);
        boolean isAsExpected = ids.lineFeeds().equals(expected) && !ids.raw().equals(expected);
        return isAsExpected || settings.normalisesLineEndings() ? ids.lineFeeds() : ids.raw();
    }
}
