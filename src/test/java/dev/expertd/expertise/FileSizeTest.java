package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.config.Settings;
import org.junit.jupiter.api.Test;

class FileSizeTest {
    private static final Settings.Limits LIMITS = new Settings.Limits(2, 10);

    @Test
    void aFileWithinItsLimitsIsNotTold() {
        assertThat(FileSize.of("a\nb\n").beyond(LIMITS)).isEmpty();
        assertThat(FileSize.of("").beyond(LIMITS)).isEmpty();
    }

    @Test
    void aFilePastThemIsToldWithWhatToDo() {
        assertThat(FileSize.of("a\nb\nc").beyond(LIMITS))
                .hasValueSatisfying(why -> assertThat(why).startsWith("has 3 lines, over limits.lines (2): merge"));
        assertThat(FileSize.of("\u00e4".repeat(6)).beyond(LIMITS))
                .hasValueSatisfying(why -> assertThat(why).startsWith("has 12 bytes, over limits.bytes (10)"));
    }
}
