/**
 * Which expert an act belongs to: what the settings and people say, what the expertise files name, what changed with
 * them before, and the words. Records in, records out; the files of a commit and its past are handed in.
 */
@NullMarked
package dev.expertd.curate.route;

import org.jspecify.annotations.NullMarked;
