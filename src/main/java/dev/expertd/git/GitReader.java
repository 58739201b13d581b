package dev.expertd.git;

import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.Snapshot;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One look at a repository from one of its worktrees. Opened per pass and closed; reads only.
 *
 * <p>Ids are full lower-case hex object ids. Methods throw {@link GitException} with one readable line when the
 * repository cannot be read; a missing object is an empty answer, not an error.
 */
public interface GitReader extends AutoCloseable {
    GitLayout layout();

    /** The work trees of this repository that exist now. */
    List<Path> worktrees();

    /** The commit that this worktree has checked out; empty before the first commit. */
    Optional<String> head();

    /** The branch that this worktree has checked out, short; empty when detached. */
    Optional<String> branch();

    /** Every local branch, remote-tracking branch and tag with the commit it names, by full ref name. */
    Map<String, String> tips();

    /** Entries of this worktree's HEAD log after the entry with that hash (all, if it is not found), oldest first. */
    List<ReflogEntry> headLog(String afterEntryHash);

    /** Commits reachable from {@code want} but not from {@code have}, parents first; of more than {@code limit} the newest. */
    List<String> reachable(Collection<String> want, Collection<String> have, int limit);

    /** True if {@code ancestor} is {@code descendant} or reachable from it; false if either is missing. */
    boolean isAncestor(String ancestor, String descendant);

    /** True if the commit came with a fetch, pull or clone, false if it was made in this clone. */
    boolean isImported(String id);

    /** The commit with the paths it changed, by full or unambiguous short id; empty if the object is missing. */
    Optional<Commit> commit(String id);

    /** Identity of a commit's change, equal across rebase and cherry-pick; empty for merges and empty commits. */
    Optional<String> patchId(String id);

    /** Path to blob id of every file that the commit changed against its first parent; empty blob id: deleted. */
    Map<String, String> changedBlobs(String commit);

    /** How the commit changed that file; empty for binary files and blobs over 1 MB. */
    Optional<FileDiff> diff(String commit, FileChange change);

    /** The text of a file as of a commit; empty if it is missing, binary or over 1 MB. */
    Optional<String> text(String commit, String path);

    /** The paths of all files at a commit. */
    List<String> files(String commit);

    /** What differs between the work tree and HEAD, untracked and not ignored files included, less {@code except}. */
    Snapshot snapshot(Predicate<String> except);

    /** What git is in the middle of in this worktree ("a rebase", "a merge", ...); empty if nothing. */
    Optional<String> operationUnderWay();

    @Override
    void close();
}
