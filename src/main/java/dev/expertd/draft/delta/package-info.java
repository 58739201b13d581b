/**
 * Drafts from test deltas: what repaired a test that was red, what broke one that was green.
 * Part of the core: records in, drafts out.
 */
@NullMarked
package dev.expertd.draft.delta;

import org.jspecify.annotations.NullMarked;
