/** The report of Cucumber and of what is like it. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.cucumber;

import org.jspecify.annotations.NullMarked;
