package dev.expertd.git.worktree;

/**
 * What git's configuration says of files in a work tree.
 *
 * @param tellsExecutable {@code core.fileMode}: the file system keeps the executable bit
 * @param hasLinks {@code core.symlinks}: the file system has links; else a plain file stands for one
 * @param normalisesLineEndings {@code core.autocrlf}: text goes into the repository with LF
 */
public record WorkTreeSettings(boolean tellsExecutable, boolean hasLinks, boolean normalisesLineEndings) {}
