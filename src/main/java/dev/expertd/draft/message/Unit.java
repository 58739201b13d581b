package dev.expertd.draft.message;

/**
 * A piece of a message's body that speaks for itself.
 *
 * @param chapter the last Markdown heading above it; empty if there is none
 * @param item a bullet or a numbered item, not a paragraph
 * @param heading the short line above it that ends in a colon; empty if there is none
 */
record Unit(boolean item, String text, String heading, String chapter) {}
