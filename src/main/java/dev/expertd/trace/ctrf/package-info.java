/** The Common Test Report Format, which reporters of many runners write. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.ctrf;

import org.jspecify.annotations.NullMarked;
