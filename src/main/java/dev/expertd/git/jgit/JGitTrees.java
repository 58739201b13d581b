package dev.expertd.git.jgit;

import dev.expertd.git.plumbing.FileNames;
import dev.expertd.git.plumbing.GitText;
import dev.expertd.git.plumbing.Plumbing;
import dev.expertd.git.plumbing.TreeChange;
import dev.expertd.git.plumbing.TreeEntry;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Looks into trees and compares them, bounded as git bounds it. */
final class JGitTrees {
    /** Larger contents are not compared to find a rename; JGit's own bound would not fit into our heap. */
    private static final int LARGE_FILE = 5 << 20;

    private final Repository repository;
    private final ObjectReader objects;

    JGitTrees(Repository repository, ObjectReader objects) {
        this.repository = repository;
        this.objects = objects;
    }

    List<TreeChange> changes(String before, String after) throws IOException {
        List<DiffEntry> entries = entries(before, after);
        return byPath(mayRename(entries) ? withRenames(entries) : entries);
    }

    List<TreeChange> plainChanges(String before, String after) throws IOException {
        return byPath(entries(before, after));
    }

    private List<DiffEntry> entries(String before, String after) throws IOException {
        try (TreeWalk trees = new TreeWalk(objects)) {
            addTree(trees, before);
            addTree(trees, after);
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            return DiffEntry.scan(trees);
        }
    }

    private static List<TreeChange> byPath(List<DiffEntry> entries) {
        Map<String, TreeChange> changes = new TreeMap<>();
        for (DiffEntry entry : entries) {
            TreeChange change = change(entry);
            changes.merge(change.path(), change, JGitTrees::joined);
        }
        return changes.values().stream().limit(Plumbing.CHANGE_LIMIT).toList();
    }

    Map<String, TreeEntry> entries(String id) throws IOException {
        Map<String, TreeEntry> entries = new LinkedHashMap<>();
        try (TreeWalk walk = new TreeWalk(objects)) {
            addTree(walk, id);
            walk.setRecursive(true);
            while (walk.next()) {
                entries.put(
                        GitText.decode(walk.getRawPath()),
                        new TreeEntry(walk.getRawMode(0), walk.getObjectId(0).name()));
            }
        }
        return entries;
    }

    Optional<String> blobAt(String tree, String path) throws IOException {
        if (!JGitWalks.isHere(tree) || !FileNames.isInsideTree(path)) {
            return Optional.empty();
        }
        for (byte[] name : FileNames.encodings(path)) {
            Optional<String> found = blobAt(ObjectId.fromString(tree), name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> blobAt(ObjectId tree, byte[] path) throws IOException {
        ObjectId folder = tree;
        int start = 0;
        while (true) {
            int end = start;
            while (end < path.length && path[end] != '/') {
                end++;
            }
            CanonicalTreeParser entries = new CanonicalTreeParser();
            try {
                entries.reset(objects, folder);
            } catch (MissingObjectException | IncorrectObjectTypeException e) {
                return Optional.empty();
            }
            if (!isFound(entries, Arrays.copyOfRange(path, start, end))) {
                return Optional.empty();
            }
            ObjectId found = entries.getEntryObjectId();
            if (end == path.length) {
                return entries.getEntryFileMode().getObjectType() == Constants.OBJ_BLOB
                        ? Optional.of(found.name())
                        : Optional.empty();
            }
            folder = found;
            start = end + 1;
        }
    }

    private static boolean isFound(CanonicalTreeParser entries, byte[] name) throws IOException {
        while (!entries.eof()) {
            byte[] found = new byte[entries.getNameLength()];
            entries.getName(found, 0);
            if (Arrays.equals(found, name)) {
                return true;
            }
            entries.next(1);
        }
        return false;
    }

    private static void addTree(TreeWalk walk, String id) throws IOException {
        if (JGitWalks.isHere(id)) {
            walk.addTree(ObjectId.fromString(id));
        } else {
            walk.addTree(new EmptyTreeIterator());
        }
    }

    private static boolean mayRename(List<DiffEntry> entries) {
        return entries.stream().anyMatch(entry -> entry.getChangeType() == ChangeType.ADD)
                && entries.stream().anyMatch(entry -> entry.getChangeType() == ChangeType.DELETE);
    }

    private List<DiffEntry> withRenames(List<DiffEntry> entries) throws IOException {
        RenameDetector renames = new RenameDetector(repository);
        renames.setRenameLimit(Plumbing.RENAME_LIMIT);
        renames.setRenameScore(Plumbing.RENAME_SCORE);
        renames.setBigFileThreshold(LARGE_FILE);
        renames.addAll(entries);
        try {
            return renames.compute(objects, NullProgressMonitor.INSTANCE);
        } catch (CanceledException e) {
            throw new IOException(e); // nobody can cancel the null monitor
        }
    }

    /** A file that became a link is one change of one path, though JGit deletes the one and adds the other. */
    private static TreeChange joined(TreeChange one, TreeChange other) {
        return new TreeChange(
                one.path(),
                one.path(),
                one.before().or(other::before),
                one.after().or(other::after));
    }

    private static TreeChange change(DiffEntry entry) {
        String oldPath = entry.getOldPath();
        String newPath = entry.getNewPath();
        Optional<TreeEntry> before = side(entry.getOldMode(), entry.getOldId());
        Optional<TreeEntry> after = side(entry.getNewMode(), entry.getNewId());
        return switch (entry.getChangeType()) {
            case ADD, COPY -> new TreeChange(newPath, newPath, Optional.empty(), after);
            case DELETE -> new TreeChange(oldPath, oldPath, before, Optional.empty());
            case MODIFY, RENAME -> new TreeChange(oldPath, newPath, before, after);
        };
    }

    private static Optional<TreeEntry> side(FileMode mode, AbbreviatedObjectId id) {
        return mode.equals(FileMode.MISSING) ? Optional.empty() : Optional.of(new TreeEntry(mode.getBits(), id.name()));
    }
}
