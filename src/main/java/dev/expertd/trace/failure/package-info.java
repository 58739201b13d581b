/**
 * Finds the error in what a test printed: its type and its message, in the manner of each language.
 * Part of the room {@code trace}. Text in, {@code Failure} out.
 */
@NullMarked
package dev.expertd.trace.failure;

import org.jspecify.annotations.NullMarked;
