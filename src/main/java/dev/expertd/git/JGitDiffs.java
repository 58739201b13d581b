package dev.expertd.git;

import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.PatchIdDiffFormatter;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** What a commit changed against its first parent, bounded as git bounds it and tighter. */
final class JGitDiffs {
    private static final int BLOB_LIMIT = 1 << 20;
    private static final int RENAME_LIMIT = 200;
    private static final int RENAME_SCORE = 50;

    private final Repository repository;

    JGitDiffs(Repository repository) {
        this.repository = repository;
    }

    List<FileChange> changes(RevWalk walk, RevCommit commit) throws IOException {
        if (commit.getParentCount() > 1) {
            return List.of();
        }
        try (TreeWalk trees = trees(walk, commit)) {
            List<DiffEntry> entries = DiffEntry.scan(trees);
            boolean mayRename = entries.stream().anyMatch(entry -> entry.getChangeType() == ChangeType.ADD)
                    && entries.stream().anyMatch(entry -> entry.getChangeType() == ChangeType.DELETE);
            if (mayRename) {
                RenameDetector renames = new RenameDetector(repository);
                renames.setRenameLimit(RENAME_LIMIT);
                renames.setRenameScore(RENAME_SCORE);
                renames.addAll(entries);
                entries = compute(renames, trees);
            }
            return entries.stream().map(JGitDiffs::change).toList();
        }
    }

    private static List<DiffEntry> compute(RenameDetector renames, TreeWalk trees) throws IOException {
        try {
            return renames.compute(trees.getObjectReader(), NullProgressMonitor.INSTANCE);
        } catch (CanceledException e) {
            throw new IOException(e); // nobody can cancel the null monitor
        }
    }

    Map<String, String> changedBlobs(RevWalk walk, RevCommit commit) throws IOException {
        Map<String, String> blobs = new TreeMap<>();
        try (TreeWalk trees = trees(walk, commit)) {
            for (DiffEntry entry : DiffEntry.scan(trees)) {
                boolean deleted = entry.getChangeType() == ChangeType.DELETE;
                blobs.put(
                        deleted ? entry.getOldPath() : entry.getNewPath(),
                        deleted ? "" : entry.getNewId().name());
            }
        }
        return blobs;
    }

    Optional<FileDiff> diff(RevWalk walk, RevCommit commit, FileChange change) throws IOException {
        RevTree parent = parentTree(walk, commit);
        Optional<RawText> before = change.kind() == FileChange.Kind.ADDED || parent == null
                ? Optional.of(RawText.EMPTY_TEXT)
                : raw(parent, change.oldPath());
        Optional<RawText> after = change.kind() == FileChange.Kind.DELETED
                ? Optional.of(RawText.EMPTY_TEXT)
                : raw(commit.getTree(), change.path());
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, before.get(), after.get());
        return Optional.of(new FileDiff(
                change,
                decode(before.get()),
                decode(after.get()),
                edits.stream()
                        .map(edit ->
                                new FileDiff.Edit(edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB()))
                        .toList()));
    }

    Optional<String> text(RevTree tree, String path) throws IOException {
        return raw(tree, path).map(JGitDiffs::decode);
    }

    List<String> files(RevTree tree) throws IOException {
        List<String> files = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                files.add(walk.getPathString());
            }
        }
        return files;
    }

    Optional<String> patchId(RevWalk walk, RevCommit commit) throws IOException {
        if (commit.getParentCount() > 1) {
            return Optional.empty();
        }
        try (TreeWalk trees = trees(walk, commit);
                PatchIdDiffFormatter formatter = new PatchIdDiffFormatter()) {
            List<DiffEntry> entries = DiffEntry.scan(trees);
            if (entries.isEmpty()) {
                return Optional.empty();
            }
            formatter.setRepository(repository);
            formatter.setBinaryFileThreshold(BLOB_LIMIT);
            formatter.format(entries);
            return Optional.of(formatter.getCalulatedPatchId().name());
        }
    }

    private TreeWalk trees(RevWalk walk, RevCommit commit) throws IOException {
        TreeWalk trees = new TreeWalk(repository);
        RevTree parent = parentTree(walk, commit);
        if (parent == null) {
            trees.addTree(new EmptyTreeIterator());
        } else {
            trees.addTree(parent);
        }
        trees.addTree(commit.getTree());
        trees.setRecursive(true);
        return trees;
    }

    /** Null for a root, and at the edge of a shallow clone. */
    private static @Nullable RevTree parentTree(RevWalk walk, RevCommit commit) throws IOException {
        if (commit.getParentCount() == 0) {
            return null;
        }
        try {
            return walk.parseCommit(commit.getParent(0)).getTree();
        } catch (MissingObjectException e) {
            return null;
        }
    }

    private Optional<RawText> raw(RevTree tree, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            if (walk == null || walk.getFileMode(0).getObjectType() != Constants.OBJ_BLOB) {
                return Optional.empty();
            }
            ObjectLoader loader = repository.open(walk.getObjectId(0));
            if (loader.getSize() > BLOB_LIMIT) {
                return Optional.empty();
            }
            byte[] content = loader.getBytes();
            return RawText.isBinary(content) ? Optional.empty() : Optional.of(new RawText(content));
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
    }

    private static String decode(RawText text) {
        return new String(text.getRawContent(), StandardCharsets.UTF_8);
    }

    private static FileChange change(DiffEntry entry) {
        return switch (entry.getChangeType()) {
            case ADD, COPY -> new FileChange(FileChange.Kind.ADDED, entry.getNewPath(), entry.getNewPath());
            case DELETE -> new FileChange(FileChange.Kind.DELETED, entry.getOldPath(), entry.getOldPath());
            case MODIFY -> new FileChange(FileChange.Kind.MODIFIED, entry.getNewPath(), entry.getOldPath());
            case RENAME -> new FileChange(FileChange.Kind.RENAMED, entry.getNewPath(), entry.getOldPath());
        };
    }
}
