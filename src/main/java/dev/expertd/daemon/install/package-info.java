/**
 * Puts hooks and program in place and takes them away again.
 * Floor 4.
 */
@NullMarked
package dev.expertd.daemon.install;

import org.jspecify.annotations.NullMarked;
