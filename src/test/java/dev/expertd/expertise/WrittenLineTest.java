package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Draft;
import dev.expertd.model.Evidence;
import dev.expertd.model.Expert;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A line of one file as a line of another. */
class WrittenLineTest {
    private static final List<String> REASONS = List.of(
            "Don't trust `a` (reason: it lies)",
            "Don't trust `b` (reason: it lies)",
            "Don't trust `c` (reason: it lies)");
    private static final List<String> DATED =
            List.of("One (discovered: 2026-01-01)", "Two (discovered: 2026-01-02)", "Three (discovered: 2026-01-03)");
    private static final List<String> BARE = List.of("One of many", "Two of many", "Three of many");

    @Test
    void aReasonInBracketsBecomesTheSecondHalfAndBack() {
        String bracketed = "Don't wrap `f` twice (reason: the second wrapper hides the first)";
        String dated = "Don't wrap `f` twice — the second wrapper hides the first (discovered: 1970-01-01)";
        assertThat(styled(Section.PATTERNS_TO_AVOID, bracketed, DATED)).isEqualTo(dated);
        assertThat(styled(Section.PATTERNS_TO_AVOID, dated, REASONS)).isEqualTo(bracketed);
    }

    @Test
    void theDayAndTheComponentOfALineGoWithIt() {
        String line = "`f` fails: call `g` first (component: store, discovered: 2026-02-26)";
        assertThat(styled(Section.COMMON_ISSUES, line, DATED))
                .isEqualTo("`f` fails: call `g` first (discovered: 2026-02-26)");
        assertThat(styled(Section.COMMON_ISSUES, line, List.of()))
                .isEqualTo("`f` fails: call `g` first (component: store)");
        assertThat(styled(Section.COMMON_ISSUES, line, BARE)).isEqualTo("`f` fails: call `g` first");
    }

    @Test
    void whatIsNoSuffixStays() {
        String line = "`f` fails on Windows (only there — nobody knows why)";
        assertThat(styled(Section.COMMON_ISSUES, line, BARE)).isEqualTo(line);
        assertThat(styled(Section.TIPS, "Set `A` (discovered: 2026-99-99)", BARE))
                .isEqualTo("Set `A`");
    }

    @Test
    void theFirstLineOfASectionTakesTheBlankLineThatSetItOffAlong() throws Exception {
        String file = "## Learnings\n\n### tips\n\n- One\n\n### common_issues\n\n### patterns_to_avoid\n\n- Two\n";
        byte[] with = parsed(file).insert(Section.COMMON_ISSUES, "Ours");
        assertThat(new String(with, StandardCharsets.UTF_8)).contains("### common_issues\n\n- Ours\n\n### patterns");
        assertThat(ExpertiseText.parse(with, Expert.Format.SECTIONS).remove(Section.COMMON_ISSUES, "Ours"))
                .hasValueSatisfying(without ->
                        assertThat(new String(without, StandardCharsets.UTF_8)).isEqualTo(file));
    }

    @Test
    void whatIsWrittenWithALineIsNoWordOfAnAuthor() {
        Set<String> ours = Set.of("`f` fails: call \"g\" first");
        assertThat(WrittenLine.isOurs("a/expertise.md", "### common_issues", ours))
                .isTrue();
        assertThat(WrittenLine.isOurs("a/expertise.md", "- `f` fails: call \"g\" first", ours))
                .isTrue();
        assertThat(WrittenLine.isOurs("a/expertise.md", "- Another", ours)).isFalse();
        assertThat(WrittenLine.isOurs("a.yaml", "  - \"`f` fails: call \\\"g\\\" first\"", ours))
                .isTrue();
        assertThat(WrittenLine.isOurs("a.yaml", "  - problem: \"`f` fails\"", ours))
                .isTrue();
        assertThat(WrittenLine.isOurs("a.yaml", "known_issues:", ours)).isTrue();
        assertThat(WrittenLine.isOurs("a.yaml", "  - \"another\"", ours)).isFalse();
    }

    private static ExpertiseText parsed(String file) throws ExpertiseException {
        return ExpertiseText.parse(file.getBytes(StandardCharsets.UTF_8), Expert.Format.SECTIONS);
    }

    private static String styled(Section section, String line, List<String> bullets) {
        WrittenLine written = WrittenLine.read(section, line);
        Draft draft = new Draft(
                Origin.MESSAGE,
                section,
                written.statement(),
                written.detail(),
                5,
                written.discovered().orElse(LocalDate.EPOCH),
                Set.of(),
                Evidence.NONE);
        return HouseStyle.of(section, bullets).render(draft, written.component());
    }
}
