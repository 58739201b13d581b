package dev.expertd.git;

import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One look at a repository from one of its worktrees. Opened per pass and closed; reads only.
 *
 * <p>Ids are full lower-case hex object ids. Methods throw {@link GitException} with one readable line when the
 * repository cannot be read; a missing object is an empty answer, not an error.
 */
public interface GitReader extends AutoCloseable {
    GitLayout layout();

    /** The work trees of this repository that exist now, the main one first. */
    List<Path> worktrees();

    /** The address that git would commit with here, if one is set. */
    Optional<String> userEmail();

    /** The commit that this worktree has checked out; empty before the first commit. */
    Optional<String> head();

    /** The branch that this worktree has checked out, short, born or not; empty when detached. */
    Optional<String> branch();

    /** Every local branch, remote-tracking branch and tag with the commit it names, by full ref name. */
    Map<String, String> tips();

    /** Entries of this worktree's HEAD log after the entry with that hash (all, if it is not found), oldest first. */
    List<ReflogEntry> headLog(String afterEntryHash);

    /** How many entries of this worktree's HEAD log lead to that commit. */
    long timesCheckedOut(String id);

    /** The commit that a revision names as git writes them: an id or its beginning, a ref, {@code HEAD~3}. */
    Optional<String> resolve(String revision);

    /** True if the commit is here; cheaper than {@link #commit}. */
    boolean has(String id);

    /**
     * Commits reachable from {@code want} but not from {@code have}, parents first; of more than {@code limit}, or
     * 100,000, the newest. Ids that are missing are dropped: if all of {@code have} are, the answer is the whole
     * history, so ask {@link #has} first.
     */
    List<String> reachable(Collection<String> want, Collection<String> have, int limit);

    /** True if {@code ancestor} is {@code descendant} or reachable from it; false if either is missing. */
    boolean isAncestor(String ancestor, String descendant);

    /**
     * Those of the commits that came with a fetch, pull or clone rather than being made in this clone. Judged from the
     * graph and the logs of HEAD and branches: one made here and sent away at once is not imported, unless its worktree
     * and branch are gone with their logs (then a hook's word stands).
     */
    Set<String> imported(Collection<String> ids);

    default boolean isImported(String id) {
        return imported(List.of(id)).contains(id);
    }

    /**
     * The commit with the paths it changed, by full or unambiguous short id; empty if the object is missing. Behind a
     * shallow boundary nobody knows what the commit changed: then it names its parents, but no files.
     */
    Optional<Commit> commit(String id);

    /** The commit without the paths it changed, by full id; cheaper than {@link #commit}. */
    Optional<Commit> commitAlone(String id);

    /** When the commit was made; cheaper than {@link #commit}. */
    Optional<Instant> committed(String id);

    /** The id of the commit's tree. */
    Optional<String> treeId(String commit);

    /**
     * Identity of a commit's change, equal across rebase, amend of the message, and cherry-pick; empty for merges and
     * empty commits. As {@code git patch-id --stable} computes it.
     */
    Optional<String> patchId(String id);

    /**
     * Path to blob id of every file that the commit changed against its first parent; empty blob id: deleted. A rename
     * is a deletion and an addition; submodules are left out. Comparable with {@link Snapshot#changed()}.
     */
    Map<String, String> changedBlobs(String commit);

    /** The commit and its first parents, the newest first, at most so many; ends where an object is missing. */
    List<String> firstParents(String id, int limit);

    /** What differs between two commits, renames found; all of {@code after} if {@code before} is empty. */
    List<FileChange> changes(String before, String after);

    /**
     * What differs between the files of two commits, in the order of paths; an empty id is a commit without files. No
     * content is read, so a rename is a deletion and an addition; submodules are left out. Empty if one is missing.
     */
    List<FileChange> differing(String before, String after);

    /** How the commit changed that file; empty for binary files, blobs over 1 MB and texts over 20,000 lines. */
    Optional<FileDiff> diff(String commit, FileChange change);

    /** The text of a file as of a commit; empty if it is missing, binary or over 1 MB. */
    Optional<String> text(String commit, String path);

    /**
     * The text of a file as it lies in the work tree, if it still is the blob that a snapshot saw; empty if it changed,
     * is binary, no plain file, or over 1 MB.
     */
    Optional<String> textInWorkTree(String path, String blob);

    /** How one text differs from another; empty if one is binary or has over 20,000 lines. */
    Optional<FileDiff> compare(FileChange change, String before, String after);

    /** The paths of all files at a commit, submodules left out. */
    List<String> files(String commit);

    /**
     * What differs between the work tree and HEAD, staged or not, untracked and not ignored files included, less
     * {@code except}. Unknown beyond 2,000 candidates or 16 MB. Takes no lock and runs no filter: a file that a filter
     * changed counts as changed once its time differs from the index's.
     */
    Snapshot snapshot(Predicate<String> except);

    /** What git is in the middle of in this worktree ("a rebase", "a merge", ...); empty if nothing. */
    Optional<String> operationUnderWay();

    @Override
    void close();
}
