package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/faults.md} to its word: runs in a full build, behind the tests of the packaged program, and reads
 * what became of them. Where only some tests are asked for ({@code -Dit.test}), it is not run.
 */
class FaultTableCheck {
    @Test
    void everyFaultHasATestThatWasExecutedInThisBuild() throws Exception {
        Instant begun = Instant.parse(System.getProperty("expertd.build.begun"));
        ExecutedTests executed = ExecutedTests.read(Path.of(System.getProperty("expertd.reports")), begun);
        assertThat(FaultTable.read(Path.of("docs/faults.md")).gaps(executed)).isEmpty();
    }
}
