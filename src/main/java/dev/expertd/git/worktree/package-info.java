/**
 * The snapshot of a work tree: what differs from HEAD, by raw bytes, running no filter.
 * Inside the git room only; uses the contract in plumbing.
 * Floor 1, the world. May use floor 0.
 */
@NullMarked
package dev.expertd.git.worktree;

import org.jspecify.annotations.NullMarked;
