/** What every command is given: the wiring of the whole house, and the terminal it talks to. */
@NullMarked
package dev.expertd.cli.house;

import org.jspecify.annotations.NullMarked;
