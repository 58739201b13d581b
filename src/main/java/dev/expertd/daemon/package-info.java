/**
 * The background service: life cycle, single instance, watcher, sweep, one serial queue per repository.
 * Floor 4. Hints only: every decision is taken by {@code learn}.
 */
@NullMarked
package dev.expertd.daemon;

import org.jspecify.annotations.NullMarked;
