package dev.expertd.expertise;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps line numbers that followed the code on two branches from conflicting. A side that only put the number of a
 * reference right gives way to what the other side did to that line; where both only put it right, ours stands: the code
 * of our side is what the merge goes on from, and the next look follows it from there.
 */
final class FollowedNumbers {
    private static final String MASK = "\u0000";

    private final List<MergeBlock> base;
    private final List<MergeBlock> theirs;

    private FollowedNumbers(List<MergeBlock> base, List<MergeBlock> theirs) {
        this.base = base;
        this.theirs = theirs;
    }

    /** The base as it has to be for that. */
    byte[] base() {
        return bytes(base);
    }

    /** The other side as it has to be for that. */
    byte[] theirs() {
        return bytes(theirs);
    }

    static FollowedNumbers settled(byte[] base, byte[] ours, byte[] theirs) throws ExpertiseException {
        List<MergeBlock> from = lines(base);
        List<MergeBlock> our = lines(ours);
        List<MergeBlock> their = lines(theirs);
        int[] inOurs = Alignment.of(from, our);
        int[] inTheirs = Alignment.of(from, their);
        List<MergeBlock> newBase = new ArrayList<>(from);
        List<MergeBlock> newTheirs = new ArrayList<>(their);
        for (int i = 0; i < from.size(); i++) {
            MergeBlock line = from.get(i);
            boolean weKept = inOurs[i] >= 0;
            boolean wePutRight = weKept && !our.get(inOurs[i]).raw().equals(line.raw());
            if (wePutRight) {
                newBase.set(i, our.get(inOurs[i]));
            }
            if (inTheirs[i] >= 0 && (wePutRight || !weKept)) {
                newTheirs.set(inTheirs[i], newBase.get(i));
            }
        }
        return new FollowedNumbers(newBase, newTheirs);
    }

    /** Each line as it is, known by what it says without the numbers of references. */
    private static List<MergeBlock> lines(byte[] file) {
        String[] masked = latin(file).split("\n", -1);
        List<Reference> references = ReferenceFinder.find(file);
        for (int i = references.size() - 1; i >= 0; i--) {
            Reference reference = references.get(i);
            String line = masked[reference.line()];
            int end = reference.start() + reference.text().length();
            if (reference.kind() == Reference.Kind.LINES && line.startsWith(reference.text(), reference.start())) {
                masked[reference.line()] = line.substring(0, reference.start()) + MASK + line.substring(end);
            }
        }
        List<String> raw = Arrays.asList(latin(file).split("\n", -1));
        List<MergeBlock> lines = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            lines.add(new MergeBlock(MergeBlock.Kind.PROSE, "", masked[i], raw.get(i)));
        }
        return lines;
    }

    private static byte[] bytes(List<MergeBlock> lines) {
        return String.join("\n", lines.stream().map(MergeBlock::raw).toList()).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
