/**
 * Reads a repository; never writes to one. The only room that knows JGit and starts git.
 * Others use {@link dev.expertd.git.GitReaders} and {@link dev.expertd.git.GitReader}; the packages below are its own.
 * Floor 1, the world. May use floor 0.
 */
@NullMarked
package dev.expertd.git;

import org.jspecify.annotations.NullMarked;
