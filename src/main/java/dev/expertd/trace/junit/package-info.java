/** JUnit XML in its dialects. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.junit;

import org.jspecify.annotations.NullMarked;
