package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A line goes where and how the file's own lines go. */
class HabitsTest {
    @Test
    void aLineTakesMarkerIndentationAndGapOfTheLastItem() throws Exception {
        assertThat(sections("### tips\n  *  a\n  *  b\n")).isEqualTo("### tips\n  *  a\n  *  b\n  *  L\n");
        assertThat(sections("### tips\n1. a\n2. b\n")).isEqualTo("### tips\n1. a\n2. b\n3. L\n");
        assertThat(sections("### tips\n- a\n\n- b\n\n## Next\n")).isEqualTo("### tips\n- a\n\n- b\n\n- L\n\n## Next\n");
        assertThat(sections("### tips\n- a\n- b\n\n- c\n")).isEqualTo("### tips\n- a\n- b\n\n- c\n- L\n");
    }

    @Test
    void proseBelowTheHeadingIsNotDrawnIntoTheItem() throws Exception {
        assertThat(sections("### tips\nWhat helps:\n\n## Next\n"))
                .isEqualTo("### tips\nWhat helps:\n\n- L\n\n## Next\n");
    }

    @Test
    void anUnderlinedHeadingIsNotCutInTwo() throws Exception {
        assertThat(sections("tips\n----\n\n## Next\n")).isEqualTo("tips\n----\n- L\n\n## Next\n");
    }

    @Test
    void aMissingSectionStandsBehindItsSistersAndBeforeTheRule() throws Exception {
        assertThat(sections("## Learnings\n\n### common_issues\n- a\n\n---\n\n## Part 10\n"))
                .isEqualTo("## Learnings\n\n### common_issues\n- a\n\n### tips\n- L\n\n---\n\n## Part 10\n");
    }

    @Test
    void aLineForAFileThatEndsInAnOpenFenceIsRefused() {
        assertThatThrownBy(() -> sections("# Expert\n```\ncode\n"))
                .isInstanceOf(ExpertiseException.class)
                .hasMessageContaining("close code blocks");
    }

    @Test
    void aListOfRecordsGetsAListOfItsOwn() throws Exception {
        String records = """
            # Learnings

            ## [LRN-20260110-001] best_practice

            ### Metadata
            - Source: talk

            ---

            ## [LRN-20260111-001] best_practice

            ### Metadata
            - Source: talk

            ---
            """;
        assertThat(list(records)).isEqualTo(records + "\n## Learnings\n\n- L\n");
        assertThat(list(records + "\n## Learnings\n\n- L\n\n## [LRN-3] x\n"))
                .isEqualTo(records + "\n## Learnings\n\n- L\n- L\n\n## [LRN-3] x\n");
    }

    @Test
    void aListUnderDaysGoesOnUnderTheLatest() throws Exception {
        assertThat(list("# Lessons\n\n## 2026-03-31\n\n- b\n\n## 2026-03-30\n\n- a\n"))
                .isEqualTo("# Lessons\n\n## 2026-03-31\n\n- b\n- L\n\n## 2026-03-30\n\n- a\n");
    }

    @Test
    void aListUnderTopicsIsNotGuessedInto() throws Exception {
        assertThat(list("# Lessons\n\n## Docker\n- a\n\n## Tests\n- b\n"))
                .isEqualTo("# Lessons\n\n## Docker\n- a\n\n## Tests\n- b\n\n## Learnings\n\n- L\n");
    }

    @Test
    void anEmptyListFileGetsItsFirstItemAtTheEnd() throws Exception {
        assertThat(list("# Lessons\n")).isEqualTo("# Lessons\n\n- L\n");
        assertThat(list("")).isEqualTo("- L\n");
    }

    @Test
    void ofALargerFileOnlyThePartIsWritten() throws Exception {
        String file = "# Project\n\n- rule\n\n## Learnings\n\n### Build\n\n- x\n\n## Style\n\n- tabs\n";
        assertThat(spliced(file, Expert.Format.PART))
                .isEqualTo("# Project\n\n- rule\n\n## Learnings\n\n- L\n\n### Build\n\n- x\n\n## Style\n\n- tabs\n");
        assertThatThrownBy(() -> spliced("# Project\n\n- rule\n", Expert.Format.PART))
                .hasMessageContaining("## Learnings");
    }

    private static String sections(String file) throws ExpertiseException {
        return spliced(file, Expert.Format.SECTIONS);
    }

    private static String list(String file) throws ExpertiseException {
        return spliced(file, Expert.Format.LIST);
    }

    private static String spliced(String file, Expert.Format format) throws ExpertiseException {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        byte[] with = ExpertiseText.parse(bytes, format).insert(Section.TIPS, "L");
        return new String(with, StandardCharsets.UTF_8);
    }
}
