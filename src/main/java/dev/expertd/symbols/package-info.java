/**
 * Names defined or changed in source text, by definition patterns with indentation and brace nesting.
 * Floor 0. Text in, names out; knows no other room.
 */
@NullMarked
package dev.expertd.symbols;

import org.jspecify.annotations.NullMarked;
