package dev.expertd.redact;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Says in one walk through a text which rules may find something in it. */
final class AnchorIndex {
    private final Beginnings<Anchor> anchors = new Beginnings<>();

    /**
     * A word without which the rule at that place of the list finds nothing.
     *
     * @param exact as it is written; otherwise in any case
     */
    private record Anchor(String word, boolean exact, int rule) {}

    AnchorIndex(List<SecretRule> rules) {
        for (int rule = 0; rule < rules.size(); rule++) {
            for (String word : rules.get(rule).anchors()) {
                String lower = word.toLowerCase(Locale.ROOT);
                anchors.add(lower, new Anchor(word, !word.equals(lower), rule));
            }
        }
    }

    /** The rules that may find something, by their places in the list. */
    BitSet due(Scanned scanned) {
        String lower = scanned.lower();
        BitSet due = new BitSet();
        for (int i = 0; i < lower.length(); i++) {
            List<Anchor> here = anchors.at(lower, i);
            if (!here.isEmpty()) {
                mark(here, scanned, i, due);
            }
        }
        return due;
    }

    private static void mark(List<Anchor> here, Scanned scanned, int at, BitSet due) {
        for (int i = 0; i < here.size(); i++) {
            Anchor anchor = here.get(i);
            String text = anchor.exact() ? scanned.text() : scanned.lower();
            if (!due.get(anchor.rule()) && text.startsWith(anchor.word(), at)) {
                due.set(anchor.rule());
            }
        }
    }
}
