package dev.expertd.redact;

import java.util.List;
import java.util.Optional;

/**
 * Looks for a secret only at the anchors: the words and signs without which there is none of its kind. So most texts
 * cost no more than the search for a few words, and a hostile one no more than a bounded look at each anchor.
 */
final class AnchoredRule implements SecretRule {
    private final String[] anchors;
    private final Finder finder;
    private final String marker;

    /** Where a secret stands. */
    record Span(int start, int end) {}

    /** Says what stands at an anchor. */
    interface Finder {
        /** The secret that belongs to the anchor at {@code at}; it begins at {@code from} at the earliest. */
        Optional<Span> find(String text, int at, int from);
    }

    /**
     * @param marker what is put where a secret stood
     * @param anchors in lower case
     */
    AnchoredRule(String marker, Finder finder, String... anchors) {
        this.anchors = anchors.clone();
        this.finder = finder;
        this.marker = marker;
    }

    @Override
    public List<String> anchors() {
        return List.of(anchors);
    }

    @Override
    public Optional<Scanned> apply(Scanned scanned) {
        int[] next = new int[anchors.length];
        for (int i = 0; i < anchors.length; i++) {
            next[i] = position(scanned, i, 0);
        }
        String text = scanned.text();
        StringBuilder out = null;
        int from = 0;
        int at = first(next);
        while (at < Integer.MAX_VALUE) {
            Optional<Span> found = finder.find(text, at, from);
            int on = at + 1;
            if (found.isPresent() && found.get().start() >= from) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, from, found.get().start()).append(marker);
                from = found.get().end();
                on = Math.max(on, from);
            }
            for (int i = 0; i < next.length; i++) {
                next[i] = next[i] < on ? position(scanned, i, on) : next[i];
            }
            at = first(next);
        }
        return out == null
                ? Optional.empty()
                : Optional.of(Scanned.of(out.append(text, from, text.length()).toString()));
    }

    private int position(Scanned scanned, int anchor, int from) {
        int found = scanned.lower().indexOf(anchors[anchor], from);
        return found < 0 ? Integer.MAX_VALUE : found;
    }

    private static int first(int[] next) {
        int first = Integer.MAX_VALUE;
        for (int position : next) {
            first = Math.min(first, position);
        }
        return first;
    }
}
