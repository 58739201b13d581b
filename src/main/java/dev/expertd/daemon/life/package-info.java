/**
 * The daemon's starts and ends, so that one that crashes again and again is known and slowed down.
 * Floor 4; knows nothing of repositories.
 */
@NullMarked
package dev.expertd.daemon.life;

import org.jspecify.annotations.NullMarked;
