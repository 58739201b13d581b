package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two branches add random lines to random sections of a random file. */
class ExpertiseMergePropertyTest {
    private static final ExpertiseMerge.LineMerge NEVER = (base, ours, theirs) -> Optional.empty();

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLineStandsOnceInOrderAndNothingElseIsTouched(int seed) throws Exception {
        Random random = new Random(seed);
        byte[] base = document(random);
        List<String> our = new ArrayList<>();
        List<String> their = new ArrayList<>();
        byte[] ours = added(base, random, "ours", our);
        byte[] theirs = added(base, random, "theirs", their);
        byte[] merged = ExpertiseMerge.merge(base, ours, theirs, NEVER).orElseThrow();
        assertThat(linesOf(merged, "- ours")).containsExactlyElementsOf(linesOf(ours, "- ours"));
        assertThat(linesOf(merged, "- theirs")).containsExactlyElementsOf(linesOf(theirs, "- theirs"));
        assertThat(linesOf(merged, "- both")).doesNotHaveDuplicates();
        ExpertiseText text = ExpertiseText.parse(merged, Expert.Format.SECTIONS);
        for (Section section : Section.values()) {
            List<String> bullets = text.bullets(section);
            assertThat(bullets)
                    .containsAll(
                            ExpertiseText.parse(ours, Expert.Format.SECTIONS).bullets(section));
            assertThat(bullets)
                    .containsAll(
                            ExpertiseText.parse(theirs, Expert.Format.SECTIONS).bullets(section));
        }
        assertThat(withoutAdded(merged)).isEqualTo(withoutAdded(base));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneSideAloneIsTakenAsItIs(int seed) throws Exception {
        Random random = new Random(seed);
        byte[] base = document(random);
        byte[] side = added(base, random, "ours", new ArrayList<>());
        assertThat(ExpertiseMerge.merge(base, side, side, NEVER)).hasValue(side);
        assertThat(ExpertiseMerge.merge(base, side, base, NEVER)).hasValue(side);
        assertThat(ExpertiseMerge.merge(base, base, side, NEVER)).hasValue(side);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverBothSidesDidNoLineThatEitherAddedIsLost(int seed) throws Exception {
        Random random = new Random(seed);
        byte[] base = document(random);
        byte[] ours = changed(base, random, "ours");
        byte[] theirs = changed(base, random, "theirs");
        Optional<byte[]> merged = ExpertiseMerge.merge(base, ours, theirs, NEVER);
        if (merged.isPresent()) {
            assertThat(linesOf(merged.get(), "- ours")).containsExactlyInAnyOrderElementsOf(linesOf(ours, "- ours"));
            assertThat(linesOf(merged.get(), "- theirs"))
                    .containsExactlyInAnyOrderElementsOf(linesOf(theirs, "- theirs"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aNumberedListThatBothWentOnWithIsMergedWholeOrNotAtAll(int seed) throws Exception {
        Random random = new Random(seed);
        String list = "tips\n----\n\n1. one\n2. two\n";
        byte[] base =
                ("# Expert\n\n" + list + (random.nextBoolean() ? "\n## End\n" : "")).getBytes(StandardCharsets.UTF_8);
        byte[] ours = added(base, random, "ours", new ArrayList<>());
        byte[] theirs = added(base, random, "theirs", new ArrayList<>());
        Optional<byte[]> merged = ExpertiseMerge.merge(base, ours, theirs, NEVER);
        if (merged.isPresent()) {
            ExpertiseText text = ExpertiseText.parse(merged.get(), Expert.Format.SECTIONS);
            for (Section section : Section.values()) {
                for (byte[] side : List.of(ours, theirs)) {
                    assertThat(text.bullets(section))
                            .containsAll(ExpertiseText.parse(side, Expert.Format.SECTIONS)
                                    .bullets(section));
                }
                assertThat(text.bullets(section)).doesNotHaveDuplicates();
            }
        }
    }

    /** Takes out, doubles and moves lines, and adds new ones and the beginnings of everything that Markdown knows. */
    private static byte[] changed(byte[] base, Random random, String mark) {
        List<String> lines = new ArrayList<>(List.of(new String(base, StandardCharsets.UTF_8).split("\n", -1)));
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(8)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
                case 3 ->
                    lines.add(
                            at,
                            List.of(
                                            "```",
                                            "> quoted",
                                            "### tips",
                                            "  more",
                                            "<div>",
                                            "---",
                                            "1. one",
                                            "3) three",
                                            "====",
                                            "tips")
                                    .get(random.nextInt(10)));
                default -> lines.add(at, "- " + mark + " " + i);
            }
            if (lines.isEmpty()) {
                lines.add("");
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] document(Random random) {
        String ending = random.nextInt(4) == 0 ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "");
        if (random.nextBoolean()) {
            text.append("---\ntype: expert-file\nlast_updated: 2026-01-01\n---\n\n");
        }
        text.append(random.nextBoolean() ? "# Expert\n\n" : "Expert\n======\n\n");
        text.append("- a list that is\n- no section\n\n1. a step\n2. another\n\n");
        text.append("```\n### tips\n- in a fence\n```\n\n");
        text.append(random.nextBoolean() ? "## Learnings\n\n" : "Learnings\n---------\n\n");
        boolean spaced = random.nextBoolean();
        boolean underlined = random.nextInt(4) == 0;
        for (Section section : Section.values()) {
            text.append(underlined ? section.heading() + "\n---\n" : "### " + section.heading() + "\n");
            text.append(spaced ? "\n" : "");
            int bullets = random.nextInt(5);
            text.append(bullets > 0 && random.nextInt(4) == 0 ? "1. a numbered one\n2. and the next\n\n" : "");
            for (int i = 0; i < bullets; i++) {
                text.append("- bullet ").append(random.nextInt(1000)).append('\n');
                text.append(random.nextInt(4) == 0 ? "  goes on\n  - with a child\n" : "");
            }
            text.append(random.nextInt(4) == 0 ? "\nProse about it.\n\n" : "\n");
        }
        if (random.nextBoolean()) {
            text.append("## Appendix\n\nThe end.\n");
        }
        String whole = text.toString();
        whole = random.nextInt(4) == 0 ? whole.stripTrailing() : whole;
        return whole.replace("\n", ending).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] added(byte[] base, Random random, String mark, List<String> lines) throws Exception {
        byte[] now = base;
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String line = random.nextInt(4) == 0 ? "both " + random.nextInt(3) : mark + " " + i;
            Section section = List.of(Section.values()).get(random.nextInt(4));
            ExpertiseText text = ExpertiseText.parse(now, Expert.Format.SECTIONS);
            if (!lines.contains(line)) {
                lines.add(line);
                now = text.insert(line.startsWith("both") ? Section.TIPS : section, line);
            }
        }
        return now;
    }

    private static List<String> linesOf(byte[] bytes, String start) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(start))
                .toList();
    }

    /** Without what was added, and without blank lines, of which the first line of a section may bring one. */
    private static List<String> withoutAdded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.matches("- (?:ours|theirs|both) \\d"))
                .toList();
    }
}
