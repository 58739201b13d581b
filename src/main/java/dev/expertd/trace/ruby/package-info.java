/** The reports of Ruby's runners. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.ruby;

import org.jspecify.annotations.NullMarked;
