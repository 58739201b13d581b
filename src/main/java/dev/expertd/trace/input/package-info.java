/**
 * Traces as bytes, text, JSON and XML: what test runners write wrongly is made readable, what is dangerous is refused.
 * Part of the room {@code trace}. Knows no format.
 */
@NullMarked
package dev.expertd.trace.input;

import org.jspecify.annotations.NullMarked;
