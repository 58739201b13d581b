package dev.expertd.expertise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges two versions of an expertise file that come from one: the bullets of each section as a union that respects what
 * either side took out, the later {@code last_updated}, and everything else as git does. Bytes in, bytes out.
 */
public final class ExpertiseMerge {
    private static final int LARGEST = 1 << 20;

    private ExpertiseMerge() {}

    /** Merges three texts as git merges any file; empty if that conflicts. */
    @FunctionalInterface
    public interface LineMerge {
        Optional<byte[]> merge(byte[] base, byte[] ours, byte[] theirs) throws IOException;
    }

    /**
     * The merged file; empty if a person has to decide, or if the texts are none that expertd merges.
     *
     * @param base empty if both sides made the file
     * @param lines for what is no learning; asked only if both sides changed some of it
     */
    public static Optional<byte[]> merge(byte[] base, byte[] ours, byte[] theirs, LineMerge lines) throws IOException {
        if (base.length > LARGEST || ours.length > LARGEST || theirs.length > LARGEST) {
            return Optional.empty();
        }
        if (Arrays.equals(ours, theirs) || Arrays.equals(base, theirs)) {
            return Optional.of(ours);
        }
        if (Arrays.equals(base, ours)) {
            return Optional.of(theirs);
        }
        try {
            FollowedNumbers settled = FollowedNumbers.settled(base, ours, theirs);
            return merge(read(settled.base()), read(ours), read(settled.theirs()), lines);
        } catch (ExpertiseException e) {
            return Optional.empty(); // no text, or too far apart: git's own merge says what there is to say
        }
    }

    private static Optional<byte[]> merge(SectionedText base, SectionedText ours, SectionedText theirs, LineMerge lines)
            throws IOException, ExpertiseException {
        MergeShape shape = MergeShape.of(List.of(base, ours, theirs));
        MergeText from = MergeText.of(base, shape);
        MergeText our = MergeText.of(ours, shape);
        MergeText their = MergeText.of(theirs, shape);
        MergePlaces.Settled settled = new MergePlaces(new MergeItems(keys(from), keys(our)))
                .settle(from.blocks(), our.blocks(), their.blocks());
        if (settled.conflict()) {
            return Optional.empty();
        }
        Optional<byte[]> rest = rest(settled, lines);
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        boolean bom = our.bom() == from.bom() ? their.bom() : our.bom();
        boolean open = from.blocks().isEmpty()
                ? our.open() && their.open()
                : our.open() == from.open() ? their.open() : our.open();
        byte[] merged = MergeText.bytes(new String(rest.get(), StandardCharsets.ISO_8859_1), bom, open);
        return isWhole(MergeText.of(read(merged), shape), from, our, their) ? Optional.of(merged) : Optional.empty();
    }

    private static SectionedText read(byte[] bytes) throws ExpertiseException {
        return SectionedText.checked(bytes);
    }

    private static Optional<byte[]> rest(MergePlaces.Settled settled, LineMerge lines) throws IOException {
        String base = settled.base();
        String ours = settled.ours();
        String theirs = settled.theirs();
        if (ours.equals(theirs) || base.equals(theirs)) {
            return Optional.of(latin(ours));
        }
        return base.equals(ours) ? Optional.of(latin(theirs)) : lines.merge(latin(base), latin(ours), latin(theirs));
    }

    /** Counts every bullet of every section once more: whatever went wrong before, none is lost and none stands twice. */
    private static boolean isWhole(MergeText merged, MergeText base, MergeText ours, MergeText theirs) {
        Map<String, Map<String, Integer>> before = base.counts();
        Map<String, Map<String, Integer>> our = ours.counts();
        Map<String, Map<String, Integer>> their = theirs.counts();
        Map<String, Map<String, Integer>> now = merged.counts();
        Set<String> groups = new HashSet<>(before.keySet());
        groups.addAll(our.keySet());
        groups.addAll(their.keySet());
        groups.addAll(now.keySet());
        for (String group : groups) {
            Set<String> keys = new HashSet<>();
            for (Map<String, Map<String, Integer>> side : List.of(before, our, their, now)) {
                keys.addAll(side.getOrDefault(group, Map.of()).keySet());
            }
            for (String key : keys) {
                if (!isRight(
                        count(before, group, key),
                        count(our, group, key),
                        count(their, group, key),
                        count(now, group, key))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isRight(int base, int ours, int theirs, int merged) {
        if (ours == base || theirs == base) {
            return merged == (ours == base ? theirs : ours);
        }
        int least = Math.min(ours, theirs);
        int most = Math.max(ours, theirs);
        return least > base ? merged > base && merged <= most : merged >= least && merged <= most;
    }

    private static int count(Map<String, Map<String, Integer>> counts, String group, String key) {
        return counts.getOrDefault(group, Map.of()).getOrDefault(key, 0);
    }

    private static Map<String, Set<String>> keys(MergeText text) {
        Map<String, Set<String>> keys = new HashMap<>();
        text.counts().forEach((group, counts) -> keys.put(group, Set.copyOf(counts.keySet())));
        return keys;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
