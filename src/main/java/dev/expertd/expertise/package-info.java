/**
 * Finds, reads and splices expertise files, and knows the house style of each section.
 * Floor 1, the world. Pure functions over bytes; one class writes.
 */
@NullMarked
package dev.expertd.expertise;

import org.jspecify.annotations.NullMarked;
