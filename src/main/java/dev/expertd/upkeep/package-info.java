/**
 * What is done to lines after they were drafted: where they stand, what people decide on them, what is taken back.
 * Floor 2. Decides and keeps in the journal; the pass alone writes files. Merges one file, where git asks for it.
 */
@NullMarked
package dev.expertd.upkeep;

import org.jspecify.annotations.NullMarked;
