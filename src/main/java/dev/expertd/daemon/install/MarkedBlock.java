package dev.expertd.daemon.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lines of ours in a file of somebody else's, between two marks, so that they can be taken out again and leave every
 * other byte as it was:
 *
 * <pre>
 * [merge "expertd"]
 * # expertd merge driver: begin; `expertd merge-driver uninstall` takes this out
 * ...
 * # expertd merge driver: end
 * </pre>
 *
 * <p>Where the file did not end in a line end, the last mark has none either. What somebody wrote between the marks is
 * kept. The marks stand inside a section of git's configuration: git takes the comments behind a section along when it
 * removes that, as it does with a branch's.
 */
final class MarkedBlock {
    private static final String MADE = " and the file, which was made for it";

    private final String begin;
    private final String end;
    private final String out;
    private final String header;
    private final Predicate<String> ours;

    /**
     * A block of one kind.
     *
     * @param what is marked, as in {@code merge driver}
     * @param header the line before the marks, without which what stands between them means nothing; empty if there is
     *     none
     * @param ours tells our lines from those that somebody added
     */
    MarkedBlock(String what, String header, Predicate<String> ours) {
        this.begin = "# expertd " + what + ": begin";
        this.end = "# expertd " + what + ": end";
        this.out = "; `expertd " + what.replace(' ', '-') + " uninstall` takes this out";
        this.header = header;
        this.ours = ours;
    }

    private record Found(int from, int to, boolean made, List<String> lines) {}

    /** Our lines in the text, without header and marks; empty if there is no block. */
    Optional<List<String>> lines(String text) {
        return find(text).map(found -> split(found, true));
    }

    /** Lines that somebody added between the marks. */
    List<String> foreign(String text) {
        return find(text).map(found -> split(found, false)).orElse(List.of());
    }

    /** The text with the block at its end, or renewed where it is. */
    String put(Optional<String> text, List<String> body) {
        String before = text.orElse("");
        Optional<Found> found = find(before);
        List<String> lines = new ArrayList<>();
        if (!header.isEmpty()) {
            lines.add(header);
        }
        lines.add(begin
                + out
                + (text.isEmpty() || found.isPresent() && found.get().made() ? MADE : ""));
        lines.addAll(body);
        found.ifPresent(there -> lines.addAll(split(there, false)));
        lines.add(end);
        String block = String.join("\n", lines);
        if (found.isPresent()) {
            return before.substring(0, found.get().from())
                    + block
                    + before.substring(found.get().to());
        }
        return before.isEmpty() || before.endsWith("\n") ? before + block + "\n" : before + "\n" + block;
    }

    /** The text without the block; nothing if the file was made for it and holds nothing else. */
    Optional<String> remove(String text) {
        Optional<Found> found = find(text);
        if (found.isEmpty()) {
            return Optional.of(text);
        }
        int from = found.get().from();
        int to = found.get().to();
        List<String> kept = new ArrayList<>(split(found.get(), false));
        if (!kept.isEmpty() && !header.isEmpty()) {
            kept.add(0, header);
        }
        if (to < text.length()) {
            to += text.charAt(to) == '\r' ? 2 : 1;
        } else if (from > 0 && kept.isEmpty()) {
            from--;
        }
        String rest = text.substring(0, from) + lined(kept) + text.substring(Math.min(to, text.length()));
        return rest.isEmpty() && found.get().made() ? Optional.empty() : Optional.of(rest);
    }

    private static String lined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Our lines or those of others; what follows the header of another section is never ours. */
    private List<String> split(Found found, boolean wantOurs) {
        List<String> lines = new ArrayList<>();
        boolean elsewhere = false;
        for (String line : found.lines()) {
            elsewhere |= !header.isEmpty() && line.startsWith("[") && !line.equals(header);
            boolean isOurs = !elsewhere && (ours.test(line) || line.isBlank());
            if (isOurs == wantOurs && !line.equals(header) && !line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Optional<Found> find(String text) {
        int from = lineStart(text, begin, 0);
        int to = from < 0 ? -1 : lineStart(text, end, from);
        if (to < 0) {
            return Optional.empty();
        }
        List<String> lines = text.substring(from, to).lines().toList();
        int headed = headerBefore(text, from);
        return Optional.of(
                new Found(headed, to + end.length(), lines.get(0).endsWith(MADE), lines.subList(1, lines.size())));
    }

    private int headerBefore(String text, int begin) {
        int start = begin - header.length() - 1;
        boolean isThere = !header.isEmpty()
                && start >= 0
                && text.startsWith(header + "\n", start)
                && (start == 0 || text.charAt(start - 1) == '\n');
        return isThere ? start : begin;
    }

    private static int lineStart(String text, String line, int from) {
        int at = text.indexOf(line, from);
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at = text.indexOf(line, at + 1);
        }
        return at;
    }
}
