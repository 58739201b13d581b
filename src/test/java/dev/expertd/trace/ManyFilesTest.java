package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.incomplete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The many files of one glob are one run. */
class ManyFilesTest {
    @TempDir
    private Path folder;

    @Test
    void theirTestsAreCountedTogetherAndTheRunLastsFromTheFirstToTheLast() throws IOException {
        Run run = complete(TraceReader.read(List.of(file("a.xml", "surefire.xml"), file("b.xml", "pytest.xml"))));

        assertThat(run.counts().total()).isEqualTo(10);
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:50:04.500Z"));
    }

    @Test
    void theOrderInWhichTheyAreGivenDoesNotMatter() throws IOException {
        Path a = file("a.xml", "surefire.xml");
        Path b = file("b.xml", "pytest.xml");

        assertThat(complete(TraceReader.read(List.of(a, b))).id())
                .isEqualTo(complete(TraceReader.read(List.of(b, a))).id());
        assertThat(complete(TraceReader.read(List.of(a))).id())
                .isNotEqualTo(complete(TraceReader.read(List.of(b))).id());
    }

    @Test
    void oneThatChangesIsAnotherRun() throws IOException {
        Path a = file("a.xml", "surefire.xml");
        String before = complete(TraceReader.read(List.of(a, file("b.xml", "pytest.xml"))))
                .id();

        assertThat(complete(TraceReader.read(List.of(a, file("b.xml", "jest.xml"))))
                        .id())
                .isNotEqualTo(before);
    }

    @Test
    void oneThatIsStillEmptyLeavesTheRunIncomplete() throws IOException {
        Path empty = Files.createFile(folder.resolve("b.xml"));
        TraceReading reading = TraceReader.read(List.of(file("a.xml", "surefire.xml"), empty));

        assertThat(incomplete(reading).counts().total()).isEqualTo(6);
        assertThat(((TraceReading.Incomplete) reading).reason()).isEqualTo("b.xml is empty");
    }

    @Test
    void oneOfAnotherKindIsPassedOver() throws IOException {
        Path other = Files.writeString(folder.resolve("coverage.xml"), "<coverage line-rate='1'/>");

        assertThat(complete(TraceReader.read(List.of(other, file("z.xml", "surefire.xml"))))
                        .counts()
                        .total())
                .isEqualTo(6);
    }

    private Path file(String name, String fixture) throws IOException {
        return Files.writeString(folder.resolve(name), fixture(fixture));
    }
}
