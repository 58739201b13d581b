package dev.expertd.git;

import dev.expertd.io.Hash;
import dev.expertd.model.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.jspecify.annotations.Nullable;

/**
 * Takes the snapshot of a work tree: reads the index without a lock, compares by size and time, and hashes the raw
 * bytes of what may differ. No filter of the user's is ever run, as {@code git status} would.
 */
final class Snapshots {
    /** Beyond these a tree is unknown rather than slow. */
    private static final int CANDIDATES = 2_000;

    private static final long BYTES = 16L << 20;

    private final GitLayout layout;
    private final Repository repository;
    private final SortedMap<String, String> changed = new TreeMap<>();
    private int candidates;
    private long bytes;

    Snapshots(GitLayout layout, Repository repository) {
        this.layout = layout;
        this.repository = repository;
    }

    /** The tree has more differences than are looked at. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Snapshot take(String head, @Nullable ObjectId tree, Predicate<String> except) throws IOException {
        try {
            Map<String, String> committed = committed(tree);
            DirCache index = repository.readDirCache();
            Instant indexTime = indexTime();
            Set<String> indexed = new HashSet<>();
            for (int i = 0; i < index.getEntryCount(); i++) {
                DirCacheEntry entry = index.getEntry(i);
                String path = entry.getPathString();
                if (indexed.add(path)
                        && !except.test(path)
                        && !entry.getFileMode().equals(FileMode.GITLINK)) {
                    tracked(path, entry, committed.get(path), indexTime);
                }
            }
            for (String path : committed.keySet()) {
                if (!indexed.contains(path) && !except.test(path)) {
                    Path file = layout.workTree().resolve(path);
                    note(
                            path,
                            Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? hash(file, "") : "",
                            committed.get(path));
                }
            }
            untracked(indexed, committed, except);
        } catch (TooMuch e) {
            return Snapshot.unknown(head);
        }
        String base = tree == null ? "" : tree.name();
        String id = changed.isEmpty() ? base : Hash.hex(base + changed);
        return new Snapshot(head, id, changed, true);
    }

    private Map<String, String> committed(@Nullable ObjectId tree) throws IOException {
        Map<String, String> blobs = new HashMap<>();
        if (tree != null) {
            try (TreeWalk walk = new TreeWalk(repository)) {
                walk.addTree(tree);
                walk.setRecursive(true);
                while (walk.next()) {
                    if (!walk.getFileMode(0).equals(FileMode.GITLINK)) {
                        blobs.put(walk.getPathString(), walk.getObjectId(0).name());
                    }
                }
            }
        }
        return blobs;
    }

    private void tracked(String path, DirCacheEntry entry, @Nullable String committed, Instant indexTime)
            throws IOException {
        Path file = layout.workTree().resolve(path);
        String staged = entry.getObjectId().name();
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            note(path, "", committed);
            return;
        }
        Instant modified = found.lastModifiedTime().toInstant();
        boolean surelySame = entry.getStage() == 0
                && found.size() == entry.getLength()
                && sameTime(modified, entry.getLastModifiedInstant())
                && modified.isBefore(indexTime);
        note(path, surelySame ? staged : hash(file, staged), committed);
    }

    /** Git may have stored the time in whole seconds only. */
    private static boolean sameTime(Instant file, Instant entry) {
        return file.equals(entry) || entry.getNano() == 0 && file.getEpochSecond() == entry.getEpochSecond();
    }

    private void untracked(Set<String> indexed, Map<String, String> committed, Predicate<String> except)
            throws IOException {
        try (TreeWalk walk = new TreeWalk(repository)) {
            FileTreeIterator files = new FileTreeIterator(repository);
            walk.addTree(files);
            while (walk.next()) {
                WorkingTreeIterator file = walk.getTree(0, WorkingTreeIterator.class);
                String path = walk.getPathString();
                if (file == null
                        || file.isEntryIgnored()
                        || file.getEntryFileMode().equals(FileMode.GITLINK)) {
                    continue;
                }
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                } else if (!indexed.contains(path) && !committed.containsKey(path) && !except.test(path)) {
                    note(path, hash(layout.workTree().resolve(path), ""), null);
                }
            }
        }
    }

    private void note(String path, String blob, @Nullable String committed) {
        if (!blob.equals(committed == null ? "" : committed)) {
            changed.put(path, blob);
        }
    }

    /** The blob id of a file's raw bytes, or {@code expected} if the file is that but for its line endings. */
    private String hash(Path file, String expected) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return id(Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8));
        }
        if (!Files.isRegularFile(file)) {
            return "";
        }
        bytes += Files.size(file);
        if (++candidates > CANDIDATES || bytes > BYTES) {
            throw new TooMuch();
        }
        byte[] content = Files.readAllBytes(file);
        String raw = id(content);
        return raw.equals(expected) || !id(withoutCarriageReturns(content)).equals(expected) ? raw : expected;
    }

    private static String id(byte[] content) {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, content).name();
        }
    }

    private static byte[] withoutCarriageReturns(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        for (int i = 0; i < content.length; i++) {
            if (content[i] != '\r' || i + 1 == content.length || content[i + 1] != '\n') {
                out.write(content[i]);
            }
        }
        return out.toByteArray();
    }

    private Instant indexTime() throws IOException {
        Path index = layout.gitDir().resolve("index");
        return Files.exists(index) ? Files.getLastModifiedTime(index).toInstant() : Instant.MIN;
    }
}
