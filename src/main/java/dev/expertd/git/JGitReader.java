package dev.expertd.git;

import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.Snapshot;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/** Reads a repository through JGit. */
final class JGitReader implements GitReader {
    /** Walks cost time, not only memory, so an endless history is bounded too. */
    private static final int WALK_LIMIT = 1_000_000;

    private final GitLayout layout;
    private final Repository repository;
    private final JGitDiffs diffs;

    JGitReader(GitLayout layout, Repository repository) {
        this.layout = layout;
        this.repository = repository;
        this.diffs = new JGitDiffs(repository);
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
    public Optional<String> head() {
        return look(() -> Optional.ofNullable(repository.resolve("HEAD")).map(ObjectId::name));
    }

    @Override
    public Optional<String> branch() {
        return look(() -> {
            String full = repository.getFullBranch();
            return full != null && full.startsWith("refs/heads/")
                    ? Optional.of(Repository.shortenRefName(full))
                    : Optional.empty();
        });
    }

    @Override
    public Map<String, String> tips() {
        return look(() -> {
            Map<String, String> tips = new TreeMap<>();
            try (RevWalk walk = new RevWalk(repository)) {
                for (Ref ref :
                        repository.getRefDatabase().getRefsByPrefix("refs/heads/", "refs/remotes/", "refs/tags/")) {
                    peel(walk, ref.getObjectId()).ifPresent(commit -> tips.put(ref.getName(), commit.name()));
                }
            }
            return tips;
        });
    }

    @Override
    public List<ReflogEntry> headLog(String afterEntryHash) {
        return Reflog.after(Reflog.read(layout.gitDir().resolve("logs/HEAD")), afterEntryHash);
    }

    @Override
    public List<String> reachable(Collection<String> want, Collection<String> have, int limit) {
        return look(() -> {
            try (RevWalk walk = new RevWalk(repository)) {
                walk.setRetainBody(false);
                walk.sort(RevSort.TOPO);
                walk.sort(RevSort.COMMIT_TIME_DESC, true);
                for (String id : new LinkedHashSet<>(want)) {
                    Optional<RevCommit> commit = peel(walk, objectId(id));
                    if (commit.isPresent()) {
                        walk.markStart(commit.get());
                    }
                }
                for (String id : new LinkedHashSet<>(have)) {
                    Optional<RevCommit> commit = peel(walk, objectId(id));
                    if (commit.isPresent()) {
                        walk.markUninteresting(commit.get());
                    }
                }
                List<String> found = new ArrayList<>();
                RevCommit next = walk.next();
                while (next != null && found.size() < Math.min(limit, WALK_LIMIT)) {
                    found.add(next.name());
                    next = walk.next();
                }
                Collections.reverse(found);
                return found;
            }
        });
    }

    @Override
    public boolean isAncestor(String ancestor, String descendant) {
        return look(() -> {
            try (RevWalk walk = new RevWalk(repository)) {
                Optional<RevCommit> a = peel(walk, objectId(ancestor));
                Optional<RevCommit> b = peel(walk, objectId(descendant));
                return a.isPresent() && b.isPresent() && walk.isMergedInto(a.get(), b.get());
            }
        });
    }

    @Override
    public boolean isImported(String id) {
        return look(() -> {
            ObjectId commit = objectId(id);
            return commit != null && new Arrivals(layout.commonDir(), repository).brought(commit);
        });
    }

    @Override
    public Optional<Commit> commit(String id) {
        return look(() -> {
            try (RevWalk walk = new RevWalk(repository)) {
                ObjectId object = ObjectId.isId(id) ? ObjectId.fromString(id) : resolveShort(id);
                Optional<RevCommit> found = peel(walk, object);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                RevCommit commit = found.get();
                PersonIdent author = commit.getAuthorIdent();
                return Optional.of(new Commit(
                        commit.name(),
                        Arrays.stream(commit.getParents()).map(ObjectId::name).toList(),
                        author.getEmailAddress(),
                        author.getWhenAsInstant().atZone(author.getZoneId()).toOffsetDateTime(),
                        commit.getCommitterIdent().getWhenAsInstant(),
                        message(commit),
                        diffs.changes(walk, commit)));
            }
        });
    }

    @Override
    public Optional<String> patchId(String id) {
        return look(() -> withCommit(id, diffs::patchId));
    }

    @Override
    public Map<String, String> changedBlobs(String commit) {
        return look(() -> withCommit(commit, (walk, found) -> Optional.of(diffs.changedBlobs(walk, found))))
                .orElse(Map.of());
    }

    @Override
    public Optional<FileDiff> diff(String commit, FileChange change) {
        return look(() -> withCommit(commit, (walk, found) -> diffs.diff(walk, found, change)));
    }

    @Override
    public Optional<String> text(String commit, String path) {
        return look(() -> withCommit(commit, (walk, found) -> diffs.text(found.getTree(), path)));
    }

    @Override
    public List<String> files(String commit) {
        return look(() -> withCommit(commit, (walk, found) -> Optional.of(diffs.files(found.getTree()))))
                .orElse(List.of());
    }

    @Override
    public Snapshot snapshot(Predicate<String> except) {
        return look(() -> {
            String head = head().orElse("");
            Optional<ObjectId> tree = withCommit(head, (walk, found) -> Optional.of(found.getTree()));
            return new Snapshots(layout, repository).take(head, tree.orElse(null), except);
        });
    }

    @Override
    public Optional<String> operationUnderWay() {
        return Operations.underWay(layout.gitDir());
    }

    @Override
    public void close() {
        repository.close();
    }

    /** Work on a commit that exists. */
    private interface OnCommit<T> {
        Optional<T> apply(RevWalk walk, RevCommit commit) throws IOException;
    }

    private <T> Optional<T> withCommit(String id, OnCommit<T> work) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            Optional<RevCommit> commit = peel(walk, objectId(id));
            return commit.isEmpty() ? Optional.empty() : work.apply(walk, commit.get());
        }
    }

    private @Nullable ObjectId resolveShort(String id) throws IOException {
        return id.matches("[0-9a-f]{4,39}") ? repository.resolve(id + "^{commit}") : null;
    }

    private static @Nullable ObjectId objectId(String id) {
        return ObjectId.isId(id) ? ObjectId.fromString(id) : null;
    }

    private static Optional<RevCommit> peel(RevWalk walk, @Nullable ObjectId id) throws IOException {
        if (id == null) {
            return Optional.empty();
        }
        try {
            return walk.peel(walk.parseAny(id)) instanceof RevCommit commit
                    ? Optional.of(walk.parseCommit(commit))
                    : Optional.empty();
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
    }

    private static String message(RevCommit commit) {
        try {
            return commit.getFullMessage();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            byte[] raw = commit.getRawBuffer();
            int start = RawParseUtils.commitMessage(raw, 0);
            return start < 0 ? "" : RawParseUtils.decode(raw, start, raw.length);
        }
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
