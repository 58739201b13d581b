package dev.expertd.expertise;

import java.util.ArrayList;
import java.util.List;

/**
 * A bullet with the blank lines before it.
 *
 * @param follows what stands before the blank lines is a bullet too
 */
record MergeItem(MergeBlock block, List<MergeBlock> lead, boolean follows) {
    MergeItem {
        lead = List.copyOf(lead);
    }

    String key() {
        return block.key();
    }

    /** The bullet as it stands in all three texts. */
    static MergeItem choose(MergeItem base, MergeItem ours, MergeItem theirs) {
        boolean isOurs = !MergeBlock.raw(ours.lead).equals(MergeBlock.raw(base.lead));
        return new MergeItem(
                MergeBlock.choose(base.block, ours.block, theirs.block),
                isOurs ? ours.lead : theirs.lead,
                ours.follows);
    }

    static List<MergeBlock> blocks(List<MergeItem> items) {
        return items.stream().map(MergeItem::block).toList();
    }

    /**
     * The bullets as lines. One that was the first of its list brings no blank line along if it has become the second.
     *
     * @param behindItem what stands before them is a bullet
     */
    static List<MergeBlock> laidOut(List<MergeItem> items, boolean behindItem) {
        List<MergeBlock> lines = new ArrayList<>();
        boolean behind = behindItem;
        for (MergeItem item : items) {
            if (item.follows || !behind) {
                lines.addAll(item.lead);
            }
            lines.add(item.block);
            behind = true;
        }
        return lines;
    }
}
