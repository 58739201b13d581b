/**
 * Finds what an expertise file says about places in the code: lines, paths, symbols. Text in, records out; whether a
 * reference still holds is decided elsewhere.
 */
@NullMarked
package dev.expertd.expertise.reference;

import org.jspecify.annotations.NullMarked;
