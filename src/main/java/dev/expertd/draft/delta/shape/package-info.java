/**
 * The catalogue of change shapes: what a repair did, in words. One class per shape; the best phrase wins.
 * Records in, phrases out; everything in back-quotes stands in the change.
 */
@NullMarked
package dev.expertd.draft.delta.shape;

import org.jspecify.annotations.NullMarked;
