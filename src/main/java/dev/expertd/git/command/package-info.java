/**
 * Reads a repository through the git command line, hardened, for what JGit cannot read rightly.
 * Inside the git room only; uses the contract in plumbing.
 * Floor 1, the world. May use floor 0.
 */
@NullMarked
package dev.expertd.git.command;

import org.jspecify.annotations.NullMarked;
