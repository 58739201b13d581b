package dev.expertd.draft.delta;

import static dev.expertd.draft.delta.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.expertd.model.ActEvidence;
import dev.expertd.model.Drafting;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileEvidenceTest {
    private static final int REPEATED = 20_000;

    static Stream<String> pieces() {
        return Stream.of(
                "a(",
                "a;\n",
                "if (a) ",
                "x = ",
                "\"",
                "`",
                "a && ",
                "(",
                "{",
                "}\n",
                "else if (a) {\n",
                "a, ",
                "@a ",
                "return a;\n",
                "\n",
                "expected:<",
                "[",
                "] != ",
                "E   ",
                "\tat a.b(C.java:1)\n",
                "a.b.c.",
                "/a/b");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void aLongTextOfOnePieceTakesLittleTime(String piece) {
        String text = piece.repeat(REPEATED);
        ActEvidence act = evidence()
                .fixed("org.A", text, "E", text, text)
                .change("a.java", "class A {\n" + text + "\n}\n", "class A {\n" + text + text + "b\n}\n")
                .change("b.py", "def a():\n    " + text + "\n", "def a():\n    b" + text + "\n")
                .change("c.js", "function a() {" + text, "function a() {b" + text)
                .commit(text)
                .build();

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> new TestDeltaDrafter().draft(act));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverIsPrintedALineStaysALine(long seed) {
        Random random = new Random(seed);
        List<String> pieces = Stream.concat(pieces(), Stream.of("value", "Total", " ", "is", "7", "\r\n"))
                .toList();
        for (int round = 0; round < 40; round++) {
            ActEvidence act = evidence()
                    .fixed(
                            "org.A",
                            text(random, pieces, 3),
                            text(random, pieces, 2),
                            text(random, pieces, 30),
                            text(random, pieces, 30))
                    .change(
                            "A.java",
                            "class A {\n" + text(random, pieces, 60),
                            "class A {\n" + text(random, pieces, 60))
                    .commit(text(random, pieces, 20))
                    .build();

            Drafting drafting = new TestDeltaDrafter().draft(act);

            assertThat(drafting.drafts()).allSatisfy(draft -> {
                String line = draft.statement() + ": " + draft.detail();
                assertThat(line).doesNotContain("\n", "\r");
                assertThat(line.length()).isLessThanOrEqualTo(FixLine.LONGEST + 2);
                assertThat(line.chars().filter(c -> c == '`').count()).isEven();
            });
        }
    }

    private static String text(Random random, List<String> pieces, int length) {
        StringBuilder text = new StringBuilder("t");
        for (int i = 0; i < length; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
