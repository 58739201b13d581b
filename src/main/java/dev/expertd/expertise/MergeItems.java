package dev.expertd.expertise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges the bullets of one list: what either side added stands once, ours first; what either took out or put otherwise
 * is out or otherwise. What both put otherwise, each in its way, is a conflict.
 */
final class MergeItems {
    private final Map<String, Set<String>> inBase;
    private final Map<String, Set<String>> inOurs;

    /**
     * For two sides of one merge.
     *
     * @param inBase the keys of all items by section
     * @param inOurs the same of our side, since a line that we added elsewhere in the section is not added again
     */
    MergeItems(Map<String, Set<String>> inBase, Map<String, Set<String>> inOurs) {
        this.inBase = inBase;
        this.inOurs = inOurs;
    }

    /** A stretch of the base that one side replaced; empty on one of the two where it only added or took out. */
    private record Change(int from, int to, List<MergeItem> now) {
        boolean covers(int place) {
            return from <= place && place < to;
        }

        /** What stands in the places of those that it replaced. */
        List<MergeItem> instead() {
            return now.subList(0, Math.min(to - from, now.size()));
        }

        /** What stands behind them besides. */
        List<MergeItem> besides() {
            return now.subList(instead().size(), now.size());
        }

        /** What stands for the item now, as far as one can tell. */
        Set<String> insteadOf(int place) {
            List<MergeItem> instead = now.size() == to - from ? now.subList(place - from, place - from + 1) : now;
            Set<String> keys = new HashSet<>();
            instead.forEach(item -> keys.add(item.key()));
            return keys;
        }
    }

    /** The merged list; empty if both sides put one item otherwise. */
    Optional<List<MergeItem>> merge(List<MergeItem> base, List<MergeItem> ours, List<MergeItem> theirs)
            throws ExpertiseException {
        int[] inOurList = Alignment.of(MergeItem.blocks(base), MergeItem.blocks(ours));
        int[] inTheirList = Alignment.of(MergeItem.blocks(base), MergeItem.blocks(theirs));
        List<Change> ourChanges = changes(inOurList, ours);
        List<Change> theirChanges = changes(inTheirList, theirs);
        Set<String> added = new HashSet<>();
        ourChanges.forEach(change -> change.now().forEach(item -> added.add(item.key())));
        List<MergeItem> merged = new ArrayList<>();
        for (int i = 0; i <= base.size(); i++) {
            int place = i;
            ourChanges.stream().filter(each -> each.to() == place).forEach(each -> merged.addAll(each.besides()));
            theirChanges.stream()
                    .filter(each -> each.to() == place)
                    .forEach(each -> addNew(each.besides(), added, merged));
            ourChanges.stream().filter(each -> each.from() == place).forEach(each -> merged.addAll(each.instead()));
            theirChanges.stream()
                    .filter(each -> each.from() == place)
                    .forEach(each -> addNew(each.instead(), added, merged));
            if (i == base.size()) {
                break;
            }
            if (inOurList[i] >= 0 && inTheirList[i] >= 0) {
                merged.add(MergeItem.choose(base.get(i), ours.get(inOurList[i]), theirs.get(inTheirList[i])));
            } else if (inOurList[i] < 0
                    && inTheirList[i] < 0
                    && !agree(
                            at(ourChanges, i).insteadOf(i), at(theirChanges, i).insteadOf(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(merged);
    }

    private void addNew(List<MergeItem> theirs, Set<String> ours, List<MergeItem> merged) {
        theirs.stream()
                .filter(item -> !ours.contains(item.key()) && !isOursElsewhere(item))
                .forEach(merged::add);
    }

    /** Both took it out, or one put all instead of it that the other put. */
    private static boolean agree(Set<String> ours, Set<String> theirs) {
        return ours.isEmpty() == theirs.isEmpty() && (ours.containsAll(theirs) || theirs.containsAll(ours));
    }

    /** One that stood in the base was moved, and must not get lost. */
    private boolean isOursElsewhere(MergeItem item) {
        String group = item.block().group();
        return inOurs.getOrDefault(group, Set.of()).contains(item.key())
                && !inBase.getOrDefault(group, Set.of()).contains(item.key());
    }

    private static Change at(List<Change> changes, int place) {
        return changes.stream()
                .filter(change -> change.covers(place))
                .findFirst()
                .orElseThrow();
    }

    private static List<Change> changes(int[] match, List<MergeItem> side) {
        List<Change> changes = new ArrayList<>();
        int from = 0;
        int next = 0;
        for (int i = 0; i <= match.length; i++) {
            int at = i == match.length ? side.size() : match[i];
            if (at < 0) {
                continue;
            }
            if (from < i || next < at) {
                changes.add(new Change(from, i, side.subList(next, at)));
            }
            from = i + 1;
            next = at + 1;
        }
        return changes;
    }
}
