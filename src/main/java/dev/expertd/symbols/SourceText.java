package dev.expertd.symbols;

import java.util.BitSet;

/**
 * A source text in three readings of the same length and the same lines: as it is, without comments, and without
 * comments and the contents of literals. What is taken out becomes spaces; quotes stay.
 */
public final class SourceText {
    private final String text;
    private final String uncommented;
    private final String bare;
    private final BitSet quotedBreaks;

    SourceText(String text, String uncommented, String bare, BitSet quotedBreaks) {
        if (text.length() != uncommented.length() || text.length() != bare.length()) {
            throw new IllegalArgumentException("the readings of a text have its length");
        }
        this.text = text;
        this.uncommented = uncommented;
        this.bare = bare;
        this.quotedBreaks = quotedBreaks;
    }

    /** Linear in the length of the text, whatever it holds. */
    public static SourceText of(Language language, String text) {
        return language == Language.OTHER
                ? new SourceText(text, text, text, new BitSet())
                : new Blanker(Lexis.of(language), text).blank();
    }

    /** As it is. */
    public String text() {
        return text;
    }

    /** Comments blank. */
    public String uncommented() {
        return uncommented;
    }

    /** Comments and the contents of string, character, template and regular expression literals blank. */
    public String bare() {
        return bare;
    }

    /** Whether the line break at an offset is part of a literal. */
    public boolean isQuoted(int lineBreak) {
        return quotedBreaks.get(lineBreak);
    }
}
