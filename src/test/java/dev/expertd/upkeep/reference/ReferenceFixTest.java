package dev.expertd.upkeep.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.upkeep.reference.ReferenceLook.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFixTest {
    private static final List<String> PIECES = List.of(
            "- `load` (app/store.py:12)",
            "- `load` in app/store.py, lines 12\u201334",
            "| `load` | 12 |",
            "see app/store.py#L7-L9 and (~line 44) \u2192 caf\u00e9",
            "### \u00dcber `load` (line 3)",
            "prose \u2014 12:30, node:20-alpine, 100%",
            "```",
            "| Name | ~Line |\n|---|---|",
            "");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void onlyDigitsOfNumbersChangeWhateverTheEncodingAndTheLineEnds(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
        for (int i = 0; i < 60; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? "\r\n" : "\n");
        }
        text.append(random.nextBoolean() ? "end" : "- `load` (app/store.py:5)");
        byte[] before = text.toString().getBytes(StandardCharsets.UTF_8);

        byte[] after = ReferenceFix.apply(before, ReferenceFix.edits(moved(before)));

        String numbersOut = new String(after, StandardCharsets.UTF_8).replaceAll("\\d+", "");
        assertThat(numbersOut).isEqualTo(text.toString().replaceAll("\\d+", ""));
        List<Reference> then = ReferenceFinder.find(before);
        List<Reference> now = ReferenceFinder.find(after);
        assertThat(now).hasSameSizeAs(then);
        for (int i = 0; i < now.size(); i++) {
            int shift = then.get(i).first() == 0 ? 0 : 1_000;
            assertThat(now.get(i).first()).isEqualTo(then.get(i).first() + shift);
            assertThat(now.get(i).last()).isEqualTo(then.get(i).last() + shift);
        }
    }

    private static List<Finding> moved(byte[] text) {
        return ReferenceFinder.find(text).stream()
                .filter(reference -> reference.kind() == Reference.Kind.LINES)
                .map(reference -> new Finding(
                        reference,
                        new Standing.Moved(
                                "app/store.py", reference.first() + 1_000, reference.last() + 1_000, true, "", "test")))
                .toList();
    }
}
