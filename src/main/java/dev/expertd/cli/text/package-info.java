/** Acts, lines, runs and findings as lines for people and as objects for machines. */
@NullMarked
package dev.expertd.cli.text;

import org.jspecify.annotations.NullMarked;
