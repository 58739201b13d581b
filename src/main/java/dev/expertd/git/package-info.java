/**
 * Reads a repository; never writes to one. The only room that knows JGit.
 * Floor 1, the world. May use floor 0.
 */
@NullMarked
package dev.expertd.git;

import org.jspecify.annotations.NullMarked;
