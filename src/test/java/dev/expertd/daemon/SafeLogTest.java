package dev.expertd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.redact.PlantedSecrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SafeLogTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream log = new PrintStream(new SafeLog(written), true, StandardCharsets.UTF_8);

    @Test
    void noSecretReachesTheLogWhateverPiecesALineIsWrittenIn() {
        PlantedSecrets.all(11).forEach(planted -> {
            String text = planted.text();
            log.print("ERROR cannot look at it: ");
            log.print(text.substring(0, text.length() / 2));
            log.flush();
            log.println(text.substring(text.length() / 2) + " in the settings");
            assertThat(written.toString(StandardCharsets.UTF_8))
                    .as(planted.kind())
                    .doesNotContain(planted.secret())
                    .endsWith(" in the settings\n");
        });
    }

    @Test
    void otherLinesAreWrittenAsTheyAre() {
        log.print("INFO looked at /srv/shop: ä €\n\tat dev.expertd.Main\n");
        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo("INFO looked at /srv/shop: ä €\n\tat dev.expertd.Main\n");
    }

    @Test
    void aLineWithoutEndIsWrittenInPiecesAndWhatIsLeftAtTheEnd() throws IOException {
        try (SafeLog safe = new SafeLog(written)) {
            safe.write("x".repeat(200_000).getBytes(StandardCharsets.UTF_8));
            assertThat(written.size()).isBetween(100_000, 199_999);
        }
        assertThat(written.size()).isEqualTo(200_000);
    }
}
