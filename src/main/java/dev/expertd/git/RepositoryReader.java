package dev.expertd.git;

import dev.expertd.git.change.LineDiff;
import dev.expertd.git.change.PatchId;
import dev.expertd.git.plumbing.GitText;
import dev.expertd.git.plumbing.ObjectIds;
import dev.expertd.git.plumbing.Plumbing;
import dev.expertd.git.plumbing.RawCommit;
import dev.expertd.git.plumbing.TreeChange;
import dev.expertd.git.plumbing.TreeEntry;
import dev.expertd.git.worktree.BlobIds;
import dev.expertd.git.worktree.WorkTree;
import dev.expertd.git.worktree.WorkTreeText;
import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers what expertd asks of a repository, from the few questions that either way of reading answers. */
final class RepositoryReader implements GitReader {
    private static final int BLOB_LIMIT = 1 << 20;

    /** Some hundred entries: between two looks there are few. */
    private static final int RECENT_LOG = 64 << 10;

    private static final String HEAD = "HEAD";

    /** A commit of more files has its identity from blob ids for the rest; it is an import, not somebody's fix. */
    private static final int PATCH_FILES = 500;

    private final GitLayout layout;
    private final Plumbing plumbing;
    private final GitSettings settings;
    private final BlobIds blobIds;
    private final Ancestors ancestors;
    private @Nullable Arrivals arrivals;

    RepositoryReader(GitLayout layout, Plumbing plumbing, GitSettings settings, BlobIds blobIds) {
        this.layout = layout;
        this.plumbing = plumbing;
        this.settings = settings;
        this.blobIds = blobIds;
        this.ancestors = new Ancestors(plumbing);
    }

    /** A look that may fail on the disk. */
    private interface Look<T> {
        T look() throws IOException;
    }

    @Override
    public GitLayout layout() {
        return layout;
    }

    @Override
    public List<Path> worktrees() {
        return look(() -> Layouts.worktrees(layout));
    }

    @Override
    public Optional<String> userEmail() {
        return settings.userEmail();
    }

    @Override
    public Optional<String> head() {
        return look(plumbing::head);
    }

    @Override
    public Optional<String> branch() {
        return look(plumbing::branch);
    }

    @Override
    public Map<String, String> tips() {
        return look(plumbing::tips);
    }

    @Override
    public List<ReflogEntry> headLog(String afterEntryHash) {
        return look(() -> {
            Optional<List<ReflogEntry>> after = Reflog.after(plumbing.logLines(HEAD, RECENT_LOG), afterEntryHash);
            if (after.isPresent()) {
                return after.get();
            }
            List<String> all = plumbing.logLines(HEAD, Plumbing.LOG_LIMIT);
            return Reflog.after(all, afterEntryHash).orElseGet(() -> Reflog.parse(all));
        });
    }

    @Override
    public long timesCheckedOut(String id) {
        return look(() -> Reflog.comingTo(plumbing.logLines(HEAD, Plumbing.LOG_LIMIT), id));
    }

    @Override
    public Optional<String> resolve(String revision) {
        return look(() -> plumbing.resolve(revision));
    }

    @Override
    public boolean has(String id) {
        return look(() -> plumbing.commit(id).isPresent());
    }

    @Override
    public List<String> reachable(Collection<String> want, Collection<String> have, int limit) {
        return look(() -> plumbing.reachable(want, have, limit));
    }

    @Override
    public boolean isAncestor(String ancestor, String descendant) {
        return look(() -> ancestors.isAncestor(ancestor, descendant));
    }

    @Override
    public Set<String> imported(Collection<String> ids) {
        return look(() -> arrivals().imported(ids));
    }

    @Override
    public Optional<Commit> commit(String id) {
        return look(() -> {
            Optional<String> full = ObjectIds.isFull(id) ? Optional.of(id) : shortId(id);
            Optional<RawCommit> raw = full.isEmpty() ? Optional.empty() : plumbing.commit(full.get());
            if (raw.isEmpty()) {
                return Optional.empty();
            }
            RawCommit commit = raw.get();
            List<FileChange> files = commit.parents().size() > 1
                    ? List.of()
                    : changes(commit).stream().map(RepositoryReader::fileChange).toList();
            return Optional.of(commit(commit, files));
        });
    }

    @Override
    public Optional<Commit> commitAlone(String id) {
        return look(() -> plumbing.commit(id).map(raw -> commit(raw, List.of())));
    }

    private static Commit commit(RawCommit raw, List<FileChange> files) {
        return new Commit(
                raw.id(),
                raw.parents(),
                raw.author().email(),
                raw.author().at(),
                raw.committer().at().toInstant(),
                raw.message(),
                files);
    }

    @Override
    public Optional<Instant> committed(String id) {
        return look(
                () -> plumbing.commit(id).map(commit -> commit.committer().at().toInstant()));
    }

    @Override
    public Optional<String> treeId(String commit) {
        return look(() -> plumbing.commit(commit).map(RawCommit::tree));
    }

    @Override
    public Optional<String> patchId(String id) {
        return look(() -> {
            Optional<RawCommit> commit =
                    plumbing.commit(id).filter(raw -> raw.parents().size() < 2);
            if (commit.isEmpty()) {
                return Optional.empty();
            }
            PatchId patch = new PatchId(ObjectIds.algorithm(id));
            int files = 0;
            for (TreeChange change : withoutRenames(commit.get())) {
                boolean isRead = ++files <= PATCH_FILES;
                patch.add(
                        change,
                        isRead ? blob(change.before()) : Optional.empty(),
                        isRead ? blob(change.after()) : Optional.empty());
            }
            return patch.value();
        });
    }

    @Override
    public Map<String, String> changedBlobs(String id) {
        return look(() -> {
            Map<String, String> blobs = new TreeMap<>();
            Optional<RawCommit> commit = plumbing.commit(id);
            for (TreeChange change : commit.isEmpty() ? List.<TreeChange>of() : withoutRenames(commit.get())) {
                blobs.put(change.path(), change.after().map(TreeEntry::id).orElse(""));
            }
            return blobs;
        });
    }

    @Override
    public List<String> firstParents(String id, int limit) {
        return look(() -> {
            List<String> line = new ArrayList<>();
            Optional<RawCommit> commit = plumbing.commit(id);
            while (commit.isPresent() && line.size() < limit) {
                line.add(commit.get().id());
                List<String> parents = commit.get().parents();
                commit = parents.isEmpty() ? Optional.empty() : plumbing.commit(parents.get(0));
            }
            return line;
        });
    }

    @Override
    public List<FileChange> changes(String before, String after) {
        return look(() -> {
            Optional<String> from = treeOf(before);
            Optional<String> to = treeOf(after);
            return from.isEmpty() || to.isEmpty()
                    ? List.of()
                    : plumbing.changes(from.get(), to.get()).stream()
                            .filter(change -> !change.isSubmodule())
                            .map(RepositoryReader::fileChange)
                            .toList();
        });
    }

    @Override
    public List<FileChange> differing(String before, String after) {
        return look(() -> {
            Optional<String> from = treeOf(before);
            Optional<String> to = treeOf(after);
            return from.isEmpty() || to.isEmpty()
                    ? List.of()
                    : plumbing.plainChanges(from.get(), to.get()).stream()
                            .filter(change -> !change.isSubmodule())
                            .map(RepositoryReader::fileChange)
                            .toList();
        });
    }

    @Override
    public Optional<FileDiff> diff(String id, FileChange change) {
        return look(() -> {
            Optional<RawCommit> commit = plumbing.commit(id);
            Optional<String> parent = commit.isEmpty() ? Optional.empty() : parentTree(commit.get());
            if (commit.isEmpty() || parent.isEmpty()) {
                return Optional.empty();
            }
            Optional<byte[]> before = change.kind() == FileChange.Kind.ADDED
                    ? Optional.of(new byte[0])
                    : content(parent.get(), change.oldPath());
            Optional<byte[]> after = change.kind() == FileChange.Kind.DELETED
                    ? Optional.of(new byte[0])
                    : content(commit.get().tree(), change.path());
            return before.isEmpty() || after.isEmpty() ? Optional.empty() : diff(change, before.get(), after.get());
        });
    }

    private static Optional<FileDiff> diff(FileChange change, byte[] before, byte[] after) {
        return LineDiff.edits(before, after)
                .map(edits -> new FileDiff(change, GitText.decode(before), GitText.decode(after), edits));
    }

    @Override
    public Optional<String> text(String id, String path) {
        return look(() -> {
            Optional<RawCommit> commit = plumbing.commit(id);
            return commit.isEmpty()
                    ? Optional.empty()
                    : content(commit.get().tree(), path)
                            .filter(bytes -> !GitText.isBinary(bytes))
                            .map(GitText::decode);
        });
    }

    @Override
    public Optional<String> textInWorkTree(String path, String blob) {
        return look(() -> WorkTreeText.read(layout.workTree().resolve(path), blob, BLOB_LIMIT));
    }

    @Override
    public Optional<FileDiff> compare(FileChange change, String before, String after) {
        return LineDiff.edits(before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8))
                .map(edits -> new FileDiff(change, before, after, edits));
    }

    @Override
    public List<String> files(String id) {
        return look(() -> {
            Optional<RawCommit> commit = plumbing.commit(id);
            return commit.isEmpty()
                    ? List.of()
                    : plumbing.tree(commit.get().tree()).entrySet().stream()
                            .filter(entry -> !entry.getValue().isSubmodule())
                            .map(Map.Entry::getKey)
                            .toList();
        });
    }

    @Override
    public Snapshot snapshot(Predicate<String> except) {
        return look(() -> {
            String head = plumbing.head().orElse("");
            String tree = plumbing.commit(head).map(RawCommit::tree).orElse("");
            return WorkTree.snapshot(
                    plumbing, layout.gitDir().resolve("index"), settings.workTree(), blobIds, head, tree, except);
        });
    }

    @Override
    public Optional<String> operationUnderWay() {
        return Operations.underWay(layout.gitDir());
    }

    @Override
    public void close() {
        look(() -> {
            plumbing.close();
            return true;
        });
    }

    private Arrivals arrivals() throws IOException {
        if (arrivals == null) {
            arrivals = ArrivalLogs.read(plumbing, Layouts.heads(layout));
        }
        return arrivals;
    }

    private Optional<String> shortId(String id) throws IOException {
        return id.matches("[0-9a-f]{4,63}") ? plumbing.resolve(id) : Optional.empty();
    }

    /** Empty id for a root; empty if the parent lies behind a shallow boundary, where nobody knows what was changed. */
    private Optional<String> parentTree(RawCommit commit) throws IOException {
        return commit.parents().isEmpty()
                ? Optional.of("")
                : plumbing.commit(commit.parents().get(0)).map(RawCommit::tree);
    }

    private Optional<String> treeOf(String commit) throws IOException {
        return commit.isEmpty() ? Optional.of("") : plumbing.commit(commit).map(RawCommit::tree);
    }

    private List<TreeChange> changes(RawCommit commit) throws IOException {
        Optional<String> parent = parentTree(commit);
        return parent.isEmpty() ? List.of() : plumbing.changes(parent.get(), commit.tree());
    }

    private List<TreeChange> withoutRenames(RawCommit commit) throws IOException {
        return changes(commit).stream()
                .flatMap(TreeChange::withoutRename)
                .filter(change -> !change.isSubmodule())
                .sorted(Comparator.comparing(TreeChange::path))
                .toList();
    }

    private Optional<byte[]> blob(Optional<TreeEntry> entry) throws IOException {
        return entry.isEmpty() ? Optional.empty() : plumbing.blob(entry.get().id(), BLOB_LIMIT);
    }

    private Optional<byte[]> content(String tree, String path) throws IOException {
        Optional<String> blob = plumbing.blobAt(tree, path);
        return blob.isEmpty() ? Optional.empty() : plumbing.blob(blob.get(), BLOB_LIMIT);
    }

    private static FileChange fileChange(TreeChange change) {
        FileChange.Kind kind = change.before().isEmpty()
                ? FileChange.Kind.ADDED
                : change.after().isEmpty()
                        ? FileChange.Kind.DELETED
                        : change.isRename() ? FileChange.Kind.RENAMED : FileChange.Kind.MODIFIED;
        return new FileChange(kind, change.path(), change.oldPath());
    }

    private <T> T look(Look<T> look) {
        try {
            return look.look();
        } catch (IOException e) {
            throw new GitException(
                    layout.workTree() + " cannot be read: " + e.getMessage() + "; try `git fsck` there", e);
        }
    }
}
