/**
 * How a commit changed a file, and the identity of a change. Bytes in, decisions out; reads nothing.
 * Inside the git room only; uses the records in plumbing.
 * Floor 1, the world. May use floor 0.
 */
@NullMarked
package dev.expertd.git.change;

import org.jspecify.annotations.NullMarked;
