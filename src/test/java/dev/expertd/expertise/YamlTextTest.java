package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.expertd.model.Expert;
import dev.expertd.model.Section;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Lines in YAML files of expertise. */
class YamlTextTest {
    private static final String LINE = "`run()` says \"no\": pass C:\\x (component: y)";
    private static final String DOUBLE = "\"`run()` says \\\"no\\\": pass C:\\\\x (component: y)\"";

    @Test
    void aTextGoesBehindTheLastInItsQuotes() throws Exception {
        String file = "overview: x\nbest_practices:\n  - \"a\"\n  - \"b\"\n\n# Key files\nfiles: []\n";
        assertThat(with(file, Section.PATTERNS_THAT_WORK))
                .isEqualTo("overview: x\nbest_practices:\n  - \"a\"\n  - \"b\"\n  - " + DOUBLE
                        + "\n\n# Key files\nfiles: []\n");
        assertThat(with("tips:\n- 'it''s'\n", Section.TIPS))
                .isEqualTo("tips:\n- 'it''s'\n- '`run()` says \"no\": pass C:\\x (component: y)'\n");
        assertThat(with("tips:\n- bare words\n", Section.TIPS)).isEqualTo("tips:\n- bare words\n- " + DOUBLE + "\n");
    }

    @Test
    void anEntryWithKeysIsFilledIfALineCanFillThem() throws Exception {
        String file = "known_issues:\n  - issue: \"a\"\n    solution: b\n\n  - issue: \"c\"\n    solution: d\nx: 1\n";
        assertThat(with(file, Section.COMMON_ISSUES)).isEqualTo("""
            known_issues:
              - issue: "a"
                solution: b

              - issue: "c"
                solution: d

              - issue: "`run()` says \\"no\\""
                solution: "pass C:\\\\x (component: y)"
            x: 1
            """);
    }

    @Test
    void anEntryWithKeysThatNoLineTellsIsNotInvented() throws Exception {
        String file = "patterns:\n  - name: a\n    description: b\n";
        assertThat(with(file, Section.PATTERNS_THAT_WORK))
                .isEqualTo(file + "\npatterns_that_work:\n  - " + DOUBLE + "\n");
    }

    @Test
    void anEmptyListIsOpenedAndClosedAgain() throws Exception {
        assertThat(with("tips: []  # to come\nx: 1\n", Section.TIPS))
                .isEqualTo("tips:  # to come\n  - " + DOUBLE + "\nx: 1\n");
        assertThat(with("x: 1\ntips: []\n", Section.TIPS)).isEqualTo("x: 1\ntips: [" + DOUBLE + "]\n");
        assertThat(with("tips:\nx: 1\n", Section.TIPS)).isEqualTo("tips:\n- " + DOUBLE + "\nx: 1\n");
        assertThat(with("tips: [a, 'b']\n", Section.TIPS))
                .isEqualTo("tips: [a, 'b', '`run()` says \"no\": pass C:\\x (component: y)']\n");
    }

    @Test
    void listsUnderLearningsAndInASecondDocumentAreFound() throws Exception {
        assertThat(with("learnings:\n  tips:\n    - a b\n  common_issues: []\nz: 1\n", Section.COMMON_ISSUES))
                .isEqualTo("learnings:\n  tips:\n    - a b\n  common_issues:\n    - " + DOUBLE + "\nz: 1\n");
        assertThat(with("---\nexpert: x\n---\ntips:\n  - \"a\"\n", Section.TIPS))
                .isEqualTo("---\nexpert: x\n---\ntips:\n  - \"a\"\n  - " + DOUBLE + "\n");
    }

    @Test
    void aBlockOfTextBeforeTheLineStaysWhatItIs() throws Exception {
        assertThat(with("tips:\n  - |\n    a\n    b\n\nx: 1\n", Section.TIPS))
                .isEqualTo("tips:\n  - |\n    a\n    b\n  - " + DOUBLE + "\n\nx: 1\n");
    }

    @Test
    void whatIsNoYamlIsLeftAloneWithTheLine() {
        assertThatThrownBy(() -> with("patterns:\n  - good: a: b\n", Section.TIPS))
                .isInstanceOf(ExpertiseException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> with("a: &x [1]\ntips: *x\n", Section.TIPS)).hasMessageContaining("aliases");
    }

    @Test
    void theDayMovesOnInItsOwnShape() throws Exception {
        LocalDateTime now = LocalDateTime.of(2026, 5, 4, 3, 2, 1);
        assertThat(touched("a: 1\nlast_updated: \"2026-01-29\"\n", now))
                .isEqualTo("a: 1\nlast_updated: \"2026-05-04\"\n");
        assertThat(touched("last_updated: \"2025-12-17T13:30:00Z\"\n", now))
                .isEqualTo("last_updated: \"2026-05-04T03:02:01Z\"\n");
        assertThat(touched("meta:\n  last_updated: 2026-01-29\n", now))
                .isEqualTo("meta:\n  last_updated: 2026-01-29\n");
    }

    private static String with(String file, Section section) throws ExpertiseException {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        byte[] with = ExpertiseText.parse(bytes, Expert.Format.YAML).insert(section, LINE);
        ExpertiseText after = ExpertiseText.parse(with, Expert.Format.YAML);
        assertThat(after.bullets(section)).endsWith(LINE);
        assertThat(after.remove(section, LINE))
                .hasValueSatisfying(without ->
                        assertThat(new String(without, StandardCharsets.UTF_8)).isEqualTo(file));
        return new String(with, StandardCharsets.UTF_8);
    }

    private static String touched(String file, LocalDateTime now) throws ExpertiseException {
        return new String(
                ExpertiseText.parse(file.getBytes(StandardCharsets.UTF_8), Expert.Format.YAML)
                        .touch(now),
                StandardCharsets.UTF_8);
    }
}
