package dev.expertd.git.jgit;

import dev.expertd.git.plumbing.ObjectIds;
import dev.expertd.git.plumbing.Plumbing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the graph of commits. JGit's own topological sort would hold the whole history before it yields the first
 * commit, so commits are taken by date up to the limit and sorted afterwards.
 */
final class JGitWalks {
    private final ObjectReader objects;

    JGitWalks(ObjectReader objects) {
        this.objects = objects;
    }

    List<String> reachable(Collection<String> want, Collection<String> have, int limit) throws IOException {
        try (RevWalk walk = new RevWalk(objects)) {
            walk.setRetainBody(false);
            walk.sort(RevSort.COMMIT_TIME_DESC);
            for (String id : new LinkedHashSet<>(want)) {
                Optional<RevCommit> commit = peel(walk, id);
                if (commit.isPresent()) {
                    walk.markStart(commit.get());
                }
            }
            for (String id : new LinkedHashSet<>(have)) {
                Optional<RevCommit> commit = peel(walk, id);
                if (commit.isPresent()) {
                    walk.markUninteresting(commit.get());
                }
            }
            List<RevCommit> found = new ArrayList<>();
            int room = Math.min(limit, Plumbing.WALK_LIMIT);
            for (RevCommit next = walk.next(); next != null && found.size() < room; next = walk.next()) {
                found.add(next);
            }
            // a commit with a wrong date may be met before it is known to be reachable from `have`
            found.removeIf(commit -> commit.has(RevFlag.UNINTERESTING));
            return TopologicalOrder.parentsFirst(found);
        }
    }

    boolean isAncestor(String ancestor, String descendant) throws IOException {
        try (RevWalk walk = new RevWalk(objects)) {
            walk.setRetainBody(false);
            Optional<RevCommit> base = peel(walk, ancestor);
            Optional<RevCommit> tip = peel(walk, descendant);
            return base.isPresent() && tip.isPresent() && walk.isMergedInto(base.get(), tip.get());
        }
    }

    /** The commit that an object is, or that it points to if it is a tag. */
    Optional<ObjectId> commit(@Nullable ObjectId id) throws IOException {
        try (RevWalk walk = new RevWalk(objects)) {
            return peel(walk, id).map(RevCommit::getId);
        }
    }

    static Optional<RevCommit> peel(RevWalk walk, @Nullable ObjectId id) throws IOException {
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

    /** True if such an id can be in a repository that JGit reads. */
    static boolean isHere(String id) {
        return ObjectIds.isFull(id) && id.length() == Constants.OBJECT_ID_STRING_LENGTH;
    }

    private static Optional<RevCommit> peel(RevWalk walk, String id) throws IOException {
        return isHere(id) ? peel(walk, ObjectId.fromString(id)) : Optional.empty();
    }
}
