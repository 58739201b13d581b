/** The traces of Go: {@code go test -json}. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.golang;

import org.jspecify.annotations.NullMarked;
