package dev.expertd.learn;

import dev.expertd.journal.ReferenceEdit;
import dev.expertd.upkeep.reference.Correction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text with corrections of references taken back, where they stand as they were left. */
final class TakenBack {
    /** One line may have been put right for many commits, one after the other. */
    private static final int DEEPEST = 100;

    private static final String SECRET = "[redacted";

    private TakenBack() {}

    static byte[] from(byte[] content, List<ReferenceEdit> edits) {
        Map<String, Map<String, String>> byLine = new LinkedHashMap<>();
        edits.stream()
                .filter(edit -> !edit.before().contains(SECRET)) // the journal never knew what stood there
                .forEach(edit -> byLine.computeIfAbsent(edit.lineHash(), key -> new LinkedHashMap<>())
                        .putIfAbsent(edit.after(), edit.before()));
        byte[] text = content;
        for (int depth = 0; depth < DEEPEST; depth++) {
            byte[] before = text;
            for (Map.Entry<String, Map<String, String>> line : byLine.entrySet()) {
                text = Correction.undone(text, line.getKey(), line.getValue());
            }
            if (Arrays.equals(before, text)) {
                break;
            }
        }
        return text;
    }
}
