/**
 * Whether the references of expertise files still hold, and where what they mean has gone: read from history, decided
 * without guessing. Writes nothing.
 */
@NullMarked
package dev.expertd.upkeep.reference;

import org.jspecify.annotations.NullMarked;
