package dev.expertd.git.plumbing;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The few questions that all reading of a repository comes down to. Two answer them, JGit and the git command line, and
 * answer alike: replaced objects and grafts are not honoured, shallow boundaries are.
 *
 * <p>Ids are full lower-case hex; what is no such id is missing. A missing object is an empty answer, an unreadable
 * repository an {@link IOException}.
 */
public interface Plumbing extends Closeable {
    /** No walk yields more commits than this. */
    int WALK_LIMIT = 100_000;

    /** No comparison of trees yields more changes than this. */
    int CHANGE_LIMIT = 20_000;

    /** Of a commit or a log no more than this is read. */
    int TEXT_LIMIT = 1 << 20;

    /** About 25,000 entries of a log; what lies before them was seen long ago. */
    int LOG_LIMIT = 4 << 20;

    /** Similarity in percent from which a deletion and an addition are a rename, as git has it. */
    int RENAME_SCORE = 50;

    /** Additions and deletions up to which contents are compared to find renames. */
    int RENAME_LIMIT = 200;

    /** The id of the commit checked out; empty before the first commit. */
    Optional<String> head() throws IOException;

    /** The short name of the branch checked out, born or not; empty when detached. */
    Optional<String> branch() throws IOException;

    /** Branches, remote-tracking branches and tags by full name, with the commit each names after peeling. */
    Map<String, String> tips() throws IOException;

    /**
     * The newest lines of a ref's log, oldest first, as git's log files have them; {@code HEAD} is this worktree's. Of a
     * log that is a file, only its last {@code bytes} are read.
     */
    List<String> logLines(String ref, int bytes) throws IOException;

    /** The commit that a revision names (id, short id, ref, {@code HEAD~3}); empty if it names none. */
    Optional<String> resolve(String revision) throws IOException;

    /** Commits reachable from {@code want} and not from {@code have}, parents first; of too many the newest. */
    List<String> reachable(Collection<String> want, Collection<String> have, int limit) throws IOException;

    /** True if {@code ancestor} is {@code descendant} or reachable from it; false if either is missing. */
    boolean isAncestor(String ancestor, String descendant) throws IOException;

    /** A commit as it was written: parents behind a shallow boundary are named though they are missing. */
    Optional<RawCommit> commit(String id) throws IOException;

    /** What differs between two trees, in the order of paths, renames found; an empty id is the empty tree. */
    List<TreeChange> changes(String before, String after) throws IOException;

    /** The same without looking for renames: only trees are read, and of a rename both paths are named. */
    List<TreeChange> plainChanges(String before, String after) throws IOException;

    /** Every file, link and submodule of a tree by its path. */
    Map<String, TreeEntry> tree(String id) throws IOException;

    /** The id of the file or link at a path of a tree. */
    Optional<String> blobAt(String tree, String path) throws IOException;

    /** The content of a blob; empty if it is missing or longer than {@code limit}. */
    Optional<byte[]> blob(String id, int limit) throws IOException;

    /** The index as it lies on disk, read without a lock and without being refreshed. */
    List<IndexEntry> index() throws IOException;

    /** Shows each file of the work tree that is tracked or not ignored; nested repositories are left out. */
    void eachFile(Collection<String> tracked, FileVisitor visitor) throws IOException;
}
