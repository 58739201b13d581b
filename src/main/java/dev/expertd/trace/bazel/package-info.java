/** The traces of Bazel: its build event protocol as JSON. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.bazel;

import org.jspecify.annotations.NullMarked;
