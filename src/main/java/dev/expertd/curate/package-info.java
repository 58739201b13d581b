/**
 * Decides which drafts are kept: routing, duplicates, noise, sanitising, budget.
 * Floor 1, the core. Drafts in, decisions out; no I/O, no clock, no state.
 */
@NullMarked
package dev.expertd.curate;

import org.jspecify.annotations.NullMarked;
