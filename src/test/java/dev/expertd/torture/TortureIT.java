package dev.expertd.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A random history with so many kills; {@code -Dtorture.kills=} and {@code -Dtorture.seed=} play another, {@code
 * -Dtorture.script=} the steps in a file. Of all kills a good part has to hit work, or nothing would be proven.
 */
class TortureIT {
    @Test
    void whateverIsKilledAndWheneverNothingIsLostAndNothingHappensTwice() throws Exception {
        int kills = Integer.getInteger("torture.kills", 100);
        Torture torture = new Torture(Path.of("target/torture").toAbsolutePath());
        String script = System.getProperty("torture.script", "");
        if (!script.isEmpty()) {
            assertThat(torture.play(Script.read(Path.of(script)), "script")).isEmpty();
            return;
        }
        Optional<String> broken = torture.run(Long.getLong("torture.seed", 20260105), kills);
        System.out.print(torture.tally().text());

        assertThat(broken).isEmpty();
        assertThat(torture.tally().of("kills")).isGreaterThanOrEqualTo(kills);
        assertThat(torture.tally().of("kills at work: any")).isGreaterThan(kills / 3);
        assertThat(torture.tally().of("lines written, standing")).isGreaterThan(kills / 10);
    }
}
