/** What agents and their observers write: evidence of what happened, seldom a verdict. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.agent;

import org.jspecify.annotations.NullMarked;
