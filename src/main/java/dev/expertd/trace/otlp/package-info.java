/** Spans of OpenTelemetry, and the tests among them. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.otlp;

import org.jspecify.annotations.NullMarked;
