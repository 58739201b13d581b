/** Shapes that no runner owns and many scripts write. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.generic;

import org.jspecify.annotations.NullMarked;
