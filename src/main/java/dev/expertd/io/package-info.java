/**
 * Durable file primitives, locks and the places where expertd keeps its state.
 * Floor 0. Knows no other room.
 */
@NullMarked
package dev.expertd.io;

import org.jspecify.annotations.NullMarked;
