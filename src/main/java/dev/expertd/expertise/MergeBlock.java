package dev.expertd.expertise;

import java.util.List;

/**
 * One piece of an expertise file that is merged as a whole: a bullet with all its lines, or any other line.
 *
 * @param group the section of an item; empty for all else, and in a list file
 * @param key what makes two pieces the same: of an item its words, white space and bullet aside, of a line all but its
 *     ending
 * @param raw the bytes, one character each, with the ending
 */
record MergeBlock(Kind kind, String group, String key, String raw) {
    enum Kind {
        /** A bullet of a section, or of any top-level list in a list file. */
        ITEM,
        BLANK,
        /** The heading of a section, or that above all sections. */
        TITLE,
        /** The line {@code last_updated} of the front matter. */
        UPDATED,
        PROSE
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Which bytes stand where all three texts have this piece: those of the side that changed them, else ours. */
    static MergeBlock choose(MergeBlock base, MergeBlock ours, MergeBlock theirs) {
        return ours.raw.equals(base.raw) ? theirs : ours;
    }

    static String raw(List<MergeBlock> blocks) {
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> text.append(block.raw));
        return text.toString();
    }
}
