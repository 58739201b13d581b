/**
 * The words of the house as records: what was seen, what was concluded, what is to be written.
 * Floor 0. Holds no behaviour beyond what a record says about itself; knows only {@code redact}.
 */
@NullMarked
package dev.expertd.model;

import org.jspecify.annotations.NullMarked;
