package dev.expertd.git.change;

import dev.expertd.git.plumbing.GitText;
import dev.expertd.model.FileDiff;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Compares two contents line by line; lines end with LF, and a CR before it is part of the line. */
public final class LineDiff {
    /** The algorithm is quadratic at worst; a file of more lines is too large to be looked at. */
    static final int LINE_LIMIT = 20_000;

    /** Up to so many lines a stretch without rare lines is compared exactly; beyond, it counts as rewritten. */
    private static final int EXACT_LINES = 2_000;

    private LineDiff() {}

    /** The edits that make {@code after} of {@code before}; empty if one of them is binary or too long. */
    public static Optional<List<FileDiff.Edit>> edits(byte[] before, byte[] after) {
        return compare(before, after)
                .map(edits -> edits.stream()
                        .map(edit ->
                                new FileDiff.Edit(edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB()))
                        .toList());
    }

    private static Optional<List<Edit>> compare(byte[] before, byte[] after) {
        if (GitText.isBinary(before) || GitText.isBinary(after)) {
            return Optional.empty();
        }
        RawText one = new RawText(before);
        RawText other = new RawText(after);
        int lines = Math.max(one.size(), other.size());
        if (lines > LINE_LIMIT) {
            return Optional.empty();
        }
        HistogramDiff histogram = new HistogramDiff();
        if (lines > EXACT_LINES) {
            histogram.setFallbackAlgorithm(null);
        }
        return Optional.of(histogram.diff(RawTextComparator.DEFAULT, one, other));
    }
}
