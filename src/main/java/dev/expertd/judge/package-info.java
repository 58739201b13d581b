/**
 * Binds runs to commits, compares each test with its history, and gives a run and an act their outcome.
 * Floor 1, the core. Records in, records out; no I/O, no clock, no state.
 */
@NullMarked
package dev.expertd.judge;

import org.jspecify.annotations.NullMarked;
