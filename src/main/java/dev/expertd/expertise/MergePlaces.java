package dev.expertd.expertise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks through three texts and settles what is expertd's to settle: bullets, sections that both added, and
 * {@code last_updated}. What is settled stands alike in all three results; in all else they differ as the texts did.
 */
final class MergePlaces {
    private final MergeItems items;
    private final StringBuilder base = new StringBuilder();
    private final StringBuilder ours = new StringBuilder();
    private final StringBuilder theirs = new StringBuilder();
    private boolean behindItem;
    private boolean conflict;

    MergePlaces(MergeItems items) {
        this.items = items;
    }

    /** The three texts with what was settled in each; the settled bullets conflict if {@code conflict}. */
    record Settled(String base, String ours, String theirs, boolean conflict) {}

    Settled settle(List<MergeBlock> from, List<MergeBlock> our, List<MergeBlock> their) throws ExpertiseException {
        int[] inOurs = Alignment.of(from, our);
        int[] inTheirs = Alignment.of(from, their);
        int b = 0;
        int o = 0;
        int t = 0;
        for (int i = 0; i <= from.size(); i++) {
            boolean end = i == from.size();
            if (!end && (inOurs[i] < 0 || inTheirs[i] < 0)) {
                continue;
            }
            int nextOurs = end ? our.size() : inOurs[i];
            int nextTheirs = end ? their.size() : inTheirs[i];
            place(from.subList(b, i), our.subList(o, nextOurs), their.subList(t, nextTheirs));
            if (!end) {
                inAll(from.get(i), our.get(nextOurs), their.get(nextTheirs));
            }
            b = i + 1;
            o = nextOurs + 1;
            t = nextTheirs + 1;
        }
        return new Settled(base.toString(), ours.toString(), theirs.toString(), conflict);
    }

    /** A place in which at least one side is not as the base. */
    private void place(List<MergeBlock> from, List<MergeBlock> our, List<MergeBlock> their) throws ExpertiseException {
        if (from.isEmpty() && our.isEmpty() && their.isEmpty()) {
            return;
        }
        Optional<List<MergeBlock>> settled = lists(from, our, their);
        if (settled.isEmpty() && from.isEmpty()) {
            settled = bothAdded(our, their);
        }
        if (settled.isPresent()) {
            settled(settled.get());
            return;
        }
        base.append(MergeBlock.raw(from));
        ours.append(MergeBlock.raw(our));
        theirs.append(MergeBlock.raw(their));
        behindItem = false;
    }

    private Optional<List<MergeBlock>> lists(List<MergeBlock> from, List<MergeBlock> our, List<MergeBlock> their)
            throws ExpertiseException {
        Optional<MergeGroups> before = MergeGroups.of(from, behindItem);
        Optional<MergeGroups> one = MergeGroups.of(our, behindItem);
        Optional<MergeGroups> other = MergeGroups.of(their, behindItem);
        if (before.isEmpty() || !before.get().isOneList() || one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        if (!before.get().hasItems() && !one.get().hasItems() && !other.get().hasItems()) {
            return Optional.empty(); // blank lines and headings alone
        }
        Optional<List<MergeBlock>> merged = MergeGroups.merge(before.get(), one.get(), other.get(), items, behindItem);
        conflict |= merged.isEmpty();
        return merged;
    }

    /**
     * Both sides added text where there was none: what they have in common is agreed, and all that differs must be
     * lists. So one file that both made is merged like one that both changed.
     */
    private Optional<List<MergeBlock>> bothAdded(List<MergeBlock> our, List<MergeBlock> their)
            throws ExpertiseException {
        if (our.isEmpty() || their.isEmpty()) {
            return Optional.empty();
        }
        boolean outside = behindItem;
        int[] match = Alignment.of(our, their);
        List<MergeBlock> merged = new ArrayList<>();
        int o = 0;
        int t = 0;
        for (int i = 0; i <= our.size(); i++) {
            boolean end = i == our.size();
            if (!end && match[i] < 0) {
                continue;
            }
            int next = end ? their.size() : match[i];
            if (o < i || t < next) {
                Optional<List<MergeBlock>> between = lists(List.of(), our.subList(o, i), their.subList(t, next));
                if (between.isEmpty()) {
                    behindItem = outside;
                    return Optional.empty();
                }
                merged.addAll(between.get());
            }
            if (!end) {
                merged.add(agreed(our.get(i), their.get(next)));
                behindItem = our.get(i).is(MergeBlock.Kind.ITEM);
            }
            o = i + 1;
            t = next + 1;
        }
        behindItem = outside;
        return Optional.of(merged);
    }

    private void inAll(MergeBlock from, MergeBlock our, MergeBlock their) {
        boolean both = !our.raw().equals(from.raw()) && !their.raw().equals(from.raw());
        if (both && from.is(MergeBlock.Kind.UPDATED) && !our.raw().equals(their.raw())) {
            Optional<MergeBlock> later = later(our, their);
            base.append(later.orElse(from).raw());
            ours.append(later.orElse(our).raw());
            theirs.append(later.orElse(their).raw());
            behindItem = false;
        } else {
            settled(List.of(MergeBlock.choose(from, our, their)));
        }
    }

    private void settled(List<MergeBlock> blocks) {
        String raw = MergeBlock.raw(blocks);
        base.append(raw);
        ours.append(raw);
        theirs.append(raw);
        if (!blocks.isEmpty()) {
            behindItem = blocks.get(blocks.size() - 1).is(MergeBlock.Kind.ITEM);
        }
    }

    private static MergeBlock agreed(MergeBlock our, MergeBlock their) {
        return our.is(MergeBlock.Kind.UPDATED) ? later(our, their).orElse(our) : our;
    }

    private static Optional<MergeBlock> later(MergeBlock our, MergeBlock their) {
        Optional<String> ourMoment = FrontMatter.moment(our.raw().stripTrailing());
        Optional<String> theirMoment = FrontMatter.moment(their.raw().stripTrailing());
        if (ourMoment.isEmpty() || theirMoment.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(theirMoment.get().compareTo(ourMoment.get()) > 0 ? their : our);
    }
}
