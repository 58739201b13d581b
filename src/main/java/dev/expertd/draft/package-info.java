/**
 * Turns a commit's prose, its diff and a test delta into drafts.
 * Floor 1, the core. Records in, drafts out; no I/O, no clock, no state.
 */
@NullMarked
package dev.expertd.draft;

import org.jspecify.annotations.NullMarked;
