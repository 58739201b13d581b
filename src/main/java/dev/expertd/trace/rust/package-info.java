/** The traces of Rust: libtest's JSON, as cargo and nextest write it. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.rust;

import org.jspecify.annotations.NullMarked;
