package dev.expertd.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentTest {
    private static final String MINE = "/home/dev/it's \u00e4 shop: #1";

    @Test
    void enrollingAddsLinesAndLeavingTakesThemOut() throws Exception {
        String before = "# mine\nlearning:\n  per-day: 9\n";
        String enrolled = Enrolment.add(before, "/home/dev/it's");
        assertThat(enrolled).isEqualTo(before + "repositories:\n  - '/home/dev/it''s'\n");
        assertThat(Enrolment.add(enrolled, "/home/dev/it's")).isEqualTo(enrolled);
        String two = Enrolment.add(enrolled, "/b");
        assertThat(Enrolment.remove(Enrolment.remove(two, "/b"), "/home/dev/it's"))
                .isEqualTo(before + "repositories: []\n");
    }

    /** However the user wrote the list, adding and removing gives a file that differs in nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing but a comment",
                "learning: {per-day: 9}",
                "repositories:\n",
                "repositories: # none yet\nlearning: {per-day: 9}\n",
                "repositories: []\n",
                "repositories: [ ] # none yet\nlearning: {per-day: 9}\n",
                "repositories: [/a, '/b'] # two\nlearning: {per-day: 9}\n",
                "repositories: [\n  /a,\n  /b\n]\nlearning: {per-day: 9}\n",
                "repositories:\n- /a\n- \"/b\" # second\n\n# end\n",
                "repositories:\n    - /a # first\n    # between\n    - /b\nlearning: {per-day: 9}\n",
                "repositories:\r\n  - /a\r\nlearning: {per-day: 9}\r\n",
                "\uFEFFrepositories: [/a]\n",
                "# \uD83D\uDE80\nrepositories: [/\uD83D\uDE80, /b]\n",
                "repositories:\n  - /a"
            })
    void everyWayToWriteTheListIsUnderstood(String before) throws Exception {
        List<String> others = Enrolment.list(before);
        String enrolled = Enrolment.add(before, MINE);
        assertThat(Enrolment.list(enrolled))
                .hasSize(others.size() + 1)
                .contains(MINE)
                .containsAll(others);
        assertThat(Enrolment.add(enrolled, MINE)).isEqualTo(enrolled);
        assertThat(enrolled.lines().map(String::strip))
                .containsAll(before.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("#") || line.startsWith("learning"))
                        .toList());
        String left = Enrolment.remove(enrolled, MINE);
        assertThat(Enrolment.list(left)).isEqualTo(others);
        if (!others.isEmpty() && before.endsWith("\n")) {
            assertThat(left).isEqualTo(before);
        }
        for (String other : others) {
            left = Enrolment.remove(left, other);
        }
        assertThat(Enrolment.list(left)).isEmpty();
        assertThat(Enrolment.list(Enrolment.add(left, "/c"))).containsExactly("/c");
    }

    @Test
    void aFileThatIsNoSettingsIsLeftAlone() {
        assertThatThrownBy(() -> Enrolment.add("repositories: yes please\n", "/a"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("config.yml:1:15: `repositories` must be a list");
        assertThatThrownBy(() -> Enrolment.remove("repositories: [/a\n", "/a")).isInstanceOf(SettingsException.class);
        assertThat(Enrolment.list("repositories: [/a\n")).isEmpty();
    }
}
