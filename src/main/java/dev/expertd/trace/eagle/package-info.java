/** The harness that expertd was made for, in all its versions. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.eagle;

import org.jspecify.annotations.NullMarked;
