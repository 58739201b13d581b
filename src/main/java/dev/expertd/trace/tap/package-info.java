/** The Test Anything Protocol. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.tap;

import org.jspecify.annotations.NullMarked;
