/** The reports of JavaScript's runners. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.javascript;

import org.jspecify.annotations.NullMarked;
