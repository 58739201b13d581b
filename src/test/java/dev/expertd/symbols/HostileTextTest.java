package dev.expertd.symbols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private static final int REPEATED = 100_000;
    private static final List<String> FILES = List.of(
            "a.java", "a.cs", "a.ts", "a.py", "a.go", "a.kt", "a.rs", "a.c", "a.php", "a.rb", "a.sh", "a.yml", "a.json",
            "a.toml");

    static Stream<String> pieces() {
        return Stream.of(
                "{",
                "}",
                "(",
                ")",
                "[",
                "<",
                ">",
                "\"",
                "'",
                "`",
                "/*",
                "*/",
                "/",
                "\\",
                "(/[",
                "${",
                "`${",
                "\"\"\"",
                "\n",
                "{}",
                "({",
                "({}",
                "a {",
                "class A {",
                "def a(:\n",
                "@",
                "@a(",
                "x = ",
                ";",
                "=>",
                "function a({b}) {",
                " a:\n",
                "- ",
                "- a: ",
                "[a]\n",
                "#",
                "'a",
                "\n\n\n(",
                "else ",
                "if (",
                " \"\"\"\n",
                "\"a\":{",
                "r#\"",
                "R\"x(",
                "@\"",
                "fun a.",
                "operator ",
                "def a::");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void aHundredThousandRepetitionsTakeLinearTime(String piece) {
        String text = piece.repeat(REPEATED);
        for (String file : FILES) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> Outline.of(file, text).at(REPEATED / 2), file);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverATextHoldsItsReadingsHaveItsLengthAndItsLines(long seed) {
        Random random = new Random(seed);
        List<String> pieces =
                Stream.concat(pieces(), Stream.of("a", "é", " ", "\r\n", "\t")).toList();
        for (String file : FILES) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Outline outline = Outline.of(file, text.toString());
            SourceText source = outline.source();
            assertThat(source.bare().chars().filter(c -> c == '\n').count())
                    .isEqualTo(text.chars().filter(c -> c == '\n').count());
            assertThat(source.uncommented()).hasSize(text.length());
            int lines = source.bare().split("\n", -1).length;
            assertThat(outline.definitions())
                    .allSatisfy(d -> assertThat(d.last()).isLessThan(lines));
        }
    }
}
