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
 * # expertd merge driver: begin; `expertd merge-driver uninstall` takes this out
 * ...
 * # expertd merge driver: end
 * </pre>
 *
 * <p>Where the file did not end in a line end, the last mark has none either. What somebody wrote between the marks is
 * kept.
 */
final class MarkedBlock {
    private static final String BEGIN = "# expertd merge driver: begin";
    private static final String END = "# expertd merge driver: end";
    private static final String OUT = "; `expertd merge-driver uninstall` takes this out";
    private static final String MADE = " and the file, which was made for it";

    private final String header;
    private final Predicate<String> ours;

    /**
     * A block of one kind.
     *
     * @param header a line that what somebody else wrote between the marks cannot do without; empty if it can
     * @param ours tells our lines from theirs
     */
    MarkedBlock(String header, Predicate<String> ours) {
        this.header = header;
        this.ours = ours;
    }

    private record Found(int from, int to, boolean made, List<String> lines) {}

    /** Our lines in the text, without the marks; empty if there is no block. */
    Optional<List<String>> lines(String text) {
        return find(text).map(found -> found.lines().stream().filter(ours).toList());
    }

    /** The text with the block at its end, or renewed where it is. */
    String put(Optional<String> text, List<String> body) {
        String before = text.orElse("");
        Optional<Found> found = find(before);
        List<String> lines = new ArrayList<>();
        lines.add(BEGIN
                + OUT
                + (text.isEmpty() || found.isPresent() && found.get().made() ? MADE : ""));
        lines.addAll(body);
        found.ifPresent(there -> lines.addAll(foreign(there)));
        lines.add(END);
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
        List<String> kept = new ArrayList<>(foreign(found.get()));
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

    private List<String> foreign(Found found) {
        return found.lines().stream()
                .filter(line -> !ours.test(line) && !line.isBlank())
                .toList();
    }

    private static Optional<Found> find(String text) {
        int from = lineStart(text, BEGIN, 0);
        int end = from < 0 ? -1 : lineStart(text, END, from);
        if (end < 0) {
            return Optional.empty();
        }
        List<String> lines = text.substring(from, end).lines().toList();
        return Optional.of(
                new Found(from, end + END.length(), lines.get(0).endsWith(MADE), lines.subList(1, lines.size())));
    }

    private static int lineStart(String text, String line, int from) {
        int at = text.indexOf(line, from);
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at = text.indexOf(line, at + 1);
        }
        return at;
    }
}
