/**
 * What every format of the room {@code trace} is made of: how it is recognised, how its document is read as a stream,
 * and what is kept of it.
 */
@NullMarked
package dev.expertd.trace.format;

import org.jspecify.annotations.NullMarked;
