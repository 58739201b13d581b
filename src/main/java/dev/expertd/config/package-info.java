/**
 * Settings with their defaults, read from YAML, every mistake reported at once with its place.
 * Floor 0.
 */
@NullMarked
package dev.expertd.config;

import org.jspecify.annotations.NullMarked;
