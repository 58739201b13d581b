/**
 * Drafts from what a commit says of itself: symptom, cause and fix stated in prose.
 * Precision before recall: a line that is not sure enough to be written carries its score.
 */
@NullMarked
package dev.expertd.draft.message;

import org.jspecify.annotations.NullMarked;
