package dev.expertd.curate.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TerritoriesTest {
    private static final FileIndex FILES = new FileIndex(List.of("app/orders.py"));

    private final Territories territories = new Territories();

    @Test
    void ofAFileThatGetsLineAfterLineOnlyTheNewestTextsAreKept() {
        StringBuilder text = new StringBuilder("# Orders\n\n`app/orders.py`\n");
        while (text.length() < 100_000) {
            text.append("- another line of what was learned\n");
        }
        for (int line = 0; line < 20; line++) {
            text.append("- line ").append(line).append('\n');
            territories.ground(text.toString(), FILES);
        }
        assertThat(territories.texts()).isBetween(4, 6);
        assertThat(territories.ground(text.toString(), FILES).territory())
                .as("the newest is known")
                .isSameAs(territories.ground(text.toString(), FILES).territory());
    }

    @Test
    void aTextWithoutEndIsKeptAlone() {
        territories.ground("a", FILES);
        territories.ground("b".repeat(1 << 20), FILES);
        territories.ground("c", FILES);
        assertThat(territories.texts()).isEqualTo(1);
    }
}
