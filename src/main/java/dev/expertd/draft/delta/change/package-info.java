/**
 * Reads how a commit changed a source file: whole statements, removed and added, by the symbol that holds them.
 * Text in, records out; knows nothing of tests or failures.
 */
@NullMarked
package dev.expertd.draft.delta.change;

import org.jspecify.annotations.NullMarked;
