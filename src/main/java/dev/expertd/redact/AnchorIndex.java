package dev.expertd.redact;

import java.util.BitSet;
import java.util.List;

/** Says in one walk through a text which rules may find something in it. */
final class AnchorIndex {
    private final BitSet always = new BitSet();
    private final Beginnings<Anchor> anchors = new Beginnings<>();

    /** A word without which the rule at that place of the list finds nothing. */
    private record Anchor(String word, int rule) {}

    AnchorIndex(List<SecretRule> rules) {
        for (int rule = 0; rule < rules.size(); rule++) {
            List<String> words = rules.get(rule).anchors();
            if (words.isEmpty()) {
                always.set(rule);
            }
            for (String word : words) {
                anchors.add(word, new Anchor(word, rule));
            }
        }
    }

    /** The rules that may find something, by their places in the list. */
    BitSet due(Scanned scanned) {
        String text = scanned.lower();
        BitSet due = (BitSet) always.clone();
        for (int i = 0; i < text.length(); i++) {
            List<Anchor> here = anchors.at(text, i);
            if (!here.isEmpty()) {
                mark(here, text, i, due);
            }
        }
        return due;
    }

    private static void mark(List<Anchor> here, String text, int at, BitSet due) {
        for (Anchor anchor : here) {
            if (!due.get(anchor.rule()) && text.startsWith(anchor.word(), at)) {
                due.set(anchor.rule());
            }
        }
    }
}
