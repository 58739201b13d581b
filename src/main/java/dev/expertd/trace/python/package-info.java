/** The reports of Python's runners. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.python;

import org.jspecify.annotations.NullMarked;
