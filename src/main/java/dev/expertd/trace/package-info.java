/**
 * Recognises by content what a test runner left behind and reads it as a {@code Run}.
 * Floor 1, the world. May use floor 0.
 */
@NullMarked
package dev.expertd.trace;

import org.jspecify.annotations.NullMarked;
