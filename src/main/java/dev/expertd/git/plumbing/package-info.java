/**
 * What a repository has to answer, however it is read: the contract of the two ways in, and the plain records it speaks.
 * Inside the git room only; knows neither JGit nor processes.
 * Floor 1, the world. May use floor 0.
 */
@NullMarked
package dev.expertd.git.plumbing;

import org.jspecify.annotations.NullMarked;
