package dev.expertd.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditorTest {
    @Test
    void theCommandIsPartedIntoWordsAsAShellWould() {
        assertThat(Editor.words("code --wait")).isEqualTo(List.of("code", "--wait"));
        assertThat(Editor.words("  '/opt/My Editor/bin/ed'\t-c \"a b\"  "))
                .isEqualTo(List.of("/opt/My Editor/bin/ed", "-c", "a b"));
        assertThat(Editor.words("C\\ D \"a\\\"b\" 'c\\d' e\"\"f ''"))
                .isEqualTo(List.of("C D", "a\"b", "c\\d", "ef", ""));
        assertThat(Editor.words(" \t")).isEmpty();
    }
}
