package dev.expertd.expertise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in one place of a side: bullets that go on with the list before it, and behind them whole sections.
 *
 * @param tail blank lines at the end
 */
record MergeGroups(List<Group> groups, List<MergeBlock> tail) {
    MergeGroups {
        groups = List.copyOf(groups);
        tail = List.copyOf(tail);
    }

    /**
     * A heading and its bullets.
     *
     * @param head the blank lines before the heading and the heading; empty in the first group, which goes on
     */
    record Group(List<MergeBlock> head, List<MergeItem> items) {
        Group {
            head = List.copyOf(head);
            items = List.copyOf(items);
        }

        String key() {
            return head.isEmpty() ? "" : head.get(head.size() - 1).key();
        }
    }

    /** Takes the pieces apart; empty if there is more than bullets and headings of sections among them. */
    static Optional<MergeGroups> of(List<MergeBlock> blocks, boolean behindItem) {
        List<Group> groups = new ArrayList<>();
        List<MergeBlock> head = List.of();
        List<MergeItem> items = new ArrayList<>();
        List<MergeBlock> blank = new ArrayList<>();
        boolean follows = behindItem;
        for (MergeBlock block : blocks) {
            switch (block.kind()) {
                case BLANK -> blank.add(block);
                case ITEM -> {
                    items.add(new MergeItem(block, blank, follows));
                    blank.clear();
                    follows = true;
                }
                case TITLE -> {
                    groups.add(new Group(head, items));
                    blank.add(block);
                    head = List.copyOf(blank);
                    items.clear();
                    blank.clear();
                    follows = false;
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        groups.add(new Group(head, items));
        return Optional.of(new MergeGroups(groups, blank));
    }

    boolean isOneList() {
        return groups.size() == 1;
    }

    boolean hasItems() {
        return groups.stream().anyMatch(group -> !group.items().isEmpty());
    }

    /** The same place merged; empty if both sides put one bullet otherwise. The base is one list, or nothing. */
    static Optional<List<MergeBlock>> merge(
            MergeGroups base, MergeGroups ours, MergeGroups theirs, MergeItems items, boolean behindItem)
            throws ExpertiseException {
        List<MergeBlock> merged = new ArrayList<>();
        List<Group> left = new ArrayList<>(theirs.groups);
        for (Group our : ours.groups) {
            boolean goesOn = our.head().isEmpty();
            Optional<Group> their =
                    left.stream().filter(group -> group.key().equals(our.key())).findFirst();
            their.ifPresent(left::remove);
            Optional<List<MergeItem>> list = items.merge(
                    goesOn ? base.groups.get(0).items() : List.of(),
                    our.items(),
                    their.map(Group::items).orElse(List.of()));
            if (list.isEmpty()) {
                return Optional.empty();
            }
            merged.addAll(our.head());
            merged.addAll(MergeItem.laidOut(list.get(), goesOn && behindItem));
        }
        for (Group their : left) {
            merged.addAll(their.head());
            merged.addAll(MergeItem.laidOut(their.items(), false));
        }
        boolean isOurTail = !MergeBlock.raw(ours.tail).equals(MergeBlock.raw(base.tail));
        merged.addAll(isOurTail ? ours.tail : theirs.tail);
        return Optional.of(merged);
    }
}
