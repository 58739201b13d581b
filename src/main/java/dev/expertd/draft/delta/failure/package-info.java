/**
 * Reads why a test failed, whatever its runner printed, and says it in one line.
 * Text in, text out; knows nothing of commits.
 */
@NullMarked
package dev.expertd.draft.delta.failure;

import org.jspecify.annotations.NullMarked;
