package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a line changes in files made at random, seen without the code that splices: the bytes but for the added lines,
 * and where a reader of Markdown finds the line.
 */
class GeneratedMarkdownTest {
    private static final String LINE = "`handler` fails without a tenant zq7: pass it on";
    private static final int EACH = 250;
    private static int spliced;

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLineChangesNothingElse(long seed) throws Exception {
        MadeMarkdown made = new MadeMarkdown(seed);
        for (int i = 0; i < EACH; i++) {
            byte[] file = made.next();
            for (Section section : Section.values()) {
                check(file, section, Expert.Format.SECTIONS, seed + "/" + i + " " + section);
            }
            check(file, Section.TIPS, Expert.Format.LIST, seed + "/" + i + " list");
            check(file, Section.TIPS, Expert.Format.PART, seed + "/" + i + " part");
        }
        assertThat(spliced).isGreaterThan(EACH * 3);
    }

    private static void check(byte[] file, Section section, Expert.Format format, String what) throws Exception {
        ExpertiseText text = ExpertiseText.parse(file, format);
        boolean had = text.has(section);
        byte[] with;
        try {
            with = text.insert(section, LINE);
        } catch (ExpertiseException e) {
            return; // left alone, which is always allowed
        }
        spliced++;
        refuseOtherChanges(file, with, what);
        long filled = filled(with) - filled(file);
        assertThat(filled).as(what).isIn(had ? List.of(1L) : List.of(2L, 3L, 1L));
        assertThat(new String(with, StandardCharsets.UTF_8).lines())
                .as(what)
                .anyMatch(line -> line.matches("\ufeff? {0,3}([-*+]|\\d+[.)])[ \\t]+" + Pattern.quote(LINE)));
        assertThat(headingsAbove(with)).as(what).hasValueSatisfying(headings -> {
            if (format == Expert.Format.SECTIONS) {
                assertThat(headings).as(what).contains(section.heading());
            } else if (format == Expert.Format.PART) {
                assertThat(headings).as(what).contains("Learnings");
            }
        });
        assertThat(text.text())
                .as(what)
                .isEqualTo(ExpertiseText.parse(file, format).text());
        Optional<byte[]> without = ExpertiseText.parse(with, format).remove(section, LINE);
        assertThat(without).as(what).isPresent();
        if (had || filled == 3) {
            assertThat(new String(without.orElseThrow(), StandardCharsets.UTF_8))
                    .as(what)
                    .isEqualTo(new String(file, StandardCharsets.UTF_8));
        }
    }

    /** What was added is one piece; all else is the same, byte for byte. */
    private static void refuseOtherChanges(byte[] file, byte[] with, String what) {
        int head = 0;
        while (head < file.length && file[head] == with[head]) {
            head++;
        }
        int tail = 0;
        while (tail < file.length - head && file[file.length - 1 - tail] == with[with.length - 1 - tail]) {
            tail++;
        }
        assertThat(head + tail).as(what).isEqualTo(file.length);
    }

    private static long filled(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.replace("\ufeff", "").isBlank())
                .count();
    }

    /** The headings that the line stands under, as a parser with its usual settings reads the whole document. */
    private static Optional<List<String>> headingsAbove(byte[] file) {
        String text =
                new String(file, StandardCharsets.UTF_8).replace("\ufeff", "").replaceAll("\r(?!\n)", " ");
        if (text.matches("(?s)---\r?\n.*?\n---\r?\n.*")) {
            text = text.replaceFirst("(?s)^---\r?\n.*?\n---\r?\n", "");
        }
        String[] above = new String[7];
        Arrays.fill(above, "");
        Node document = Parser.builder().build().parse(text);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                above[heading.getLevel()] = words(heading).strip();
                Arrays.fill(above, heading.getLevel() + 1, 7, "");
            } else if (node instanceof BulletList || node instanceof OrderedList) {
                for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                    if (words(item).contains("zq7")) {
                        return Optional.of(List.of(above));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }
}
