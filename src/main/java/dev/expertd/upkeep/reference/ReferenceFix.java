package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.upkeep.reference.ReferenceLook.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts certain references right in a text: numbers and renamed paths, one minimal edit each. Every other byte stays; a
 * text that was put right has nothing left to be put right.
 */
public final class ReferenceFix {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:(\\D+)(\\d+))?");

    private ReferenceFix() {}

    /**
     * One correction.
     *
     * @param line the line of the file, from 0
     * @param start where in the line, in bytes
     */
    public record Edit(int line, int start, String before, String after) {}

    /** What would be corrected, in the order of the file. */
    public static List<Edit> edits(List<Finding> findings) {
        List<Edit> edits = new ArrayList<>();
        for (Finding finding : findings) {
            Reference reference = finding.reference();
            String before = decoded(reference.text());
            correction(finding, before)
                    .filter(text -> !text.equals(before))
                    .ifPresent(text -> edits.add(new Edit(reference.line(), reference.start(), before, text)));
        }
        edits.sort(Comparator.comparingInt(Edit::line).thenComparingInt(Edit::start));
        return edits;
    }

    /** The text with the corrections made; one whose text does not stand at its place, or overlaps another, is left out. */
    public static byte[] apply(byte[] content, List<Edit> edits) {
        String[] lines = new String(content, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = edits.size() - 1; i >= 0; i--) {
            Edit edit = edits.get(i);
            String line = edit.line() < lines.length ? lines[edit.line()] : "";
            String before = bytewise(edit.before());
            boolean free = i + 1 == edits.size()
                    || edits.get(i + 1).line() != edit.line()
                    || edits.get(i + 1).start() >= edit.start() + before.length();
            if (free && line.startsWith(before, edit.start())) {
                lines[edit.line()] = line.substring(0, edit.start())
                        + bytewise(edit.after())
                        + line.substring(edit.start() + before.length());
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String bytewise(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** References are found in text of one character a byte; a dash of typographers is three of these. */
    private static String decoded(String bytewise) {
        return new String(bytewise.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Optional<String> correction(Finding finding, String before) {
        if (finding.standing() instanceof Standing.Moved moved && moved.certain()) {
            return finding.reference().kind() == Reference.Kind.LINES
                    ? Optional.of(numbers(before, finding.reference().isRange(), moved))
                    : Optional.empty();
        }
        return finding.standing() instanceof Standing.Renamed renamed && renamed.certain()
                ? Optional.of(renamed.written())
                : Optional.empty();
    }

    private static String numbers(String before, boolean range, Standing.Moved moved) {
        if (!range) {
            return String.valueOf(moved.first());
        }
        return NUMBERS.matcher(before).replaceFirst(found -> moved.first() + found.group(2) + moved.last());
    }
}
