/**
 * The embedded database that remembers what was seen, judged and written.
 * Floor 1, the world. May use floor 0.
 */
@NullMarked
package dev.expertd.journal;

import org.jspecify.annotations.NullMarked;
