/** The results files of .NET. Part of the room {@code trace}. */
@NullMarked
package dev.expertd.trace.dotnet;

import org.jspecify.annotations.NullMarked;
