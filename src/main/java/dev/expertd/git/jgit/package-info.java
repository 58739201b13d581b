/**
 * Reads a repository through JGit, where JGit reads rightly; never writes, probes or spawns.
 * Inside the git room only; uses the contract in plumbing.
 * Floor 1, the world. May use floor 0.
 */
@NullMarked
package dev.expertd.git.jgit;

import org.jspecify.annotations.NullMarked;
