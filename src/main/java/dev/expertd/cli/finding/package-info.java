/** What {@code status} and {@code doctor} look at and find, and the command that mends each. */
@NullMarked
package dev.expertd.cli.finding;

import org.jspecify.annotations.NullMarked;
