package dev.expertd.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitiserTest {
    static Stream<String> pieces() {
        return Stream.of(
                "# ",
                "## x",
                "> ",
                "- ",
                "* ",
                "1. ",
                "| a | b |",
                "|---|",
                "---",
                "***",
                "===",
                "```",
                "~~~",
                "``",
                "`",
                "`x`",
                "<b>",
                "</b>",
                "<!--",
                "-->",
                "<?x",
                "<![CDATA[",
                "<script>alert(1)</script>",
                "<https://x.example>",
                "&lt;b&gt;",
                "[a](http://x)",
                "![a](http://x)",
                "[a [b] c](http://x)",
                "[![a](b)](c)",
                "[a][b]",
                "[a]: http://x",
                "[a](x(y)z)",
                "[a](<x y>)",
                "](",
                "![",
                "[ ] ",
                "\\`",
                "\\",
                "\\[",
                "!`rm x`",
                " !`x`",
                "$ARGUMENTS",
                "${ARGUMENTS}",
                "{{x}}",
                "{%x%}",
                "{#x#}",
                "@/etc/passwd",
                "@~/.ssh/id",
                "@README.md",
                "@scope/name",
                "a@b",
                "https://x.example/a?b=c",
                "www.x.example",
                "javascript:x",
                "data:text/html,x",
                "\n",
                "\r",
                "\r\n",
                "\t",
                "\u000b",
                "\f",
                "\u0085",
                "\u2028",
                "\u2029",
                "\u00a0",
                "\u3000",
                "\u200b",
                "\u200d",
                "\u202e",
                "\u2066",
                "\ufeff",
                "\u00ad",
                "\ufe0f",
                "\udb40\udc41",
                "\u001b[31m",
                "\u001b]0;x\u0007",
                "\u0000",
                "\u0007",
                "\u009b",
                "\uff1c",
                "\u3164",
                "\u2800",
                "word",
                " ",
                "a b",
                "(",
                ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '\u00a6',
            value = {
                "## New section                        \u00a6 New section",
                "> quoted `x`                          \u00a6 quoted `x`",
                "--- `x` fails                         \u00a6 `x` fails",
                "* * * `x`                             \u00a6 `x`",
                "| a | b                               \u00a6 a | b",
                "[x]: http is slow                     \u00a6 x: http is slow",
                "see [the docs](http://evil.example)   \u00a6 see the docs",
                "see ![img](http://evil.example/x.png) \u00a6 see img",
                "see [a [b] c](http://evil.example)    \u00a6 see [a [b] c] (`http://evil.example`)",
                "see https://docs.example/x.           \u00a6 see `https://docs.example/x`.",
                "arr[i](x) is called                   \u00a6 arr[i] (x) is called",
                "<img src=x onerror=y> fails           \u00a6 \u2039img src=x onerror=y> fails",
                "\\`<b>\\` is bold                     \u00a6 `<b>` is bold",
                "load @/etc/passwd and @docs/x.md, now \u00a6 load `@/etc/passwd` and `@docs/x.md`, now",
                "the @Override of Foo                  \u00a6 the `@Override` of Foo",
                "run !`id` first                       \u00a6 run `id` first",
                "$ARGUMENTS and ${ARGUMENTS}           \u00a6 ARGUMENTS and ARGUMENTS",
                "{{ secrets }} and {% x %}             \u00a6 { { secrets } } and { % x % }",
                "a ``` fence                           \u00a6 a fence",
                "#include <x> and --flag and -1        \u00a6 #include \u2039x> and --flag and -1",
            })
    void whatWouldBeMoreThanTextIsText(String line, String cleaned) {
        assertThat(Sanitiser.clean(line)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`List<String>` and `panic!` or `assert!` and `{{ x }}` stay in code",
                "`get_user` raises `KeyError` when `id` is None: pass `id` (component: users)",
                "**Lead**: `a` — b, \"c\" (see d); e/f, 5 < 6 && 7 > 6, x -> y, 100%",
                "Umlaute äöü, 日本語, Ελληνικά and emoji 😀 stay",
                "`actions/checkout@v4`, user@host and a@b are no mentions"
            })
    void ordinaryLinesStayAsTheyAre(String line) {
        assertThat(Sanitiser.clean(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsMixedIsOneLineOfTextAndCode(long seed) {
        Random random = new Random(seed);
        List<String> pieces = pieces().toList();
        for (int line = 0; line < 2000; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String cleaned = Sanitiser.clean(text.toString());
            assertThat(Sanitiser.clean(cleaned)).as("%s", text).isEqualTo(cleaned);
            assertThat(cleaned).as("%s", text).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}]");
            assertThat(cleaned).doesNotContain("$ARGUMENTS").doesNotContainPattern("(?:^|\\s)!`");
            assertThat(structure("- " + cleaned)).as("%s", text).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void aQuarterOfAMegabyteOfAnythingEndsSoon(String piece) {
        String text = piece.repeat(250_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Sanitiser.clean(text));
    }

    /** What a Markdown reader finds in a line besides text, code and emphasis. */
    private static String structure(String line) {
        StringBuilder found = new StringBuilder();
        Parser.builder().build().parse(line).accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                Node child = parent.getFirstChild();
                while (child != null) {
                    String kind = child.getClass().getSimpleName();
                    boolean plain = child instanceof Text
                            || child instanceof Code
                            || List.of("BulletList", "ListItem", "Paragraph", "Emphasis", "StrongEmphasis")
                                    .contains(kind);
                    found.append(
                            plain
                                            && !(kind.endsWith("List")
                                                    && parent.getClass()
                                                            .getSimpleName()
                                                            .equals("ListItem"))
                                    ? ""
                                    : kind + " ");
                    child = child.getNext();
                }
                super.visitChildren(parent);
            }
        });
        return found.toString();
    }
}
