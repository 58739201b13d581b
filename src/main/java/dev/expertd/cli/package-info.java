/**
 * The commands, one class each, their printing, and the wiring of the whole house.
 * Floor 5. The only room that touches the standard streams.
 */
@NullMarked
package dev.expertd.cli;

import org.jspecify.annotations.NullMarked;
