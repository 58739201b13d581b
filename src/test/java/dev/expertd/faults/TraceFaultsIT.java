package dev.expertd.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.program.TestRepo;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows 30 to 34: traces that grow slowly, change under the reader, come and go, or are made to choke on. */
class TraceFaultsIT {
    private static final int PIECE = 64 << 10;

    /** More than the heap; {@code -Dfaults.trace-megabytes=1024} for the full measure. */
    private static final long MEGABYTES = Long.getLong("faults.trace-megabytes", 150);

    @TempDir
    Path folder;

    private Host host;
    private TestRepo repo;

    @BeforeEach
    void begin() {
        host = Host.in(folder);
        repo = host.repository("shop");
    }

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void aTraceThatIsWrittenInPiecesIsOneRunAndWhole() throws Exception {
        host.start();
        byte[] trace = MadeTrace.failingLast("r1", 5000).getBytes(UTF_8);
        assertThat(trace.length).isGreaterThan(6 * PIECE);
        try (OutputStream out = Files.newOutputStream(repo.root().resolve("trace_logs.json"))) {
            for (int from = 0; from < trace.length; from += PIECE) {
                out.write(trace, from, Math.min(PIECE, trace.length - from));
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        host.awaitRuns(repo, 1);
        assertThat(failingTests()).contains("test_last");
        assertThat(host.status(repo.root()).get("waiting")).isEmpty();
        assertThat(host.runsIn(host.acts(repo)).stream().distinct()).hasSize(1);
    }

    @Test
    void aTraceThatIsCutRewrittenAtTheSameSizeOrReplacedIsEachRunOnce() throws Exception {
        host.start();
        Path trace = repo.root().resolve("trace_logs.json");
        String first = MadeTrace.passing("r1", 50);
        String second = MadeTrace.passing("r2", 50);
        assertThat(second).hasSameSizeAs(first);
        Files.writeString(trace, first);
        host.awaitRuns(repo, 1);
        Files.writeString(trace, "", StandardOpenOption.TRUNCATE_EXISTING);
        host.awaitSaying(() -> assertThat(host.status(repo.root()).toString()).contains("trace_logs.json"));
        Files.writeString(trace, second);
        host.awaitRuns(repo, 2);
        Files.writeString(trace, MadeTrace.passing("r3", 50), StandardOpenOption.TRUNCATE_EXISTING);
        host.awaitRuns(repo, 3);
        for (int again = 0; again < 2; again++) { // the second is the first, letter for letter: seen again, no run
            Path next = Files.writeString(repo.root().resolve("next"), MadeTrace.passing("r4", 50));
            Files.move(next, trace, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            host.awaitRuns(repo, 4);
        }
        assertThat(host.run(repo.root(), "learn").status()).isZero();
        host.awaitRuns(repo, 4);
    }

    @Test
    void aLineThatEndsInsideACharacterIsTakenOnceWhenItIsFinished() throws Exception {
        host.start();
        Path trace = Files.createDirectories(repo.root().resolve("reports")).resolve("tests.jsonl");
        byte[] lines = MadeTrace.goLines("TestÜber").getBytes(UTF_8);
        int inside = new String(lines, UTF_8)
                        .substring(0, MadeTrace.goLines("TestÜber").lastIndexOf('Ü'))
                        .getBytes(UTF_8)
                        .length
                + 1;
        Files.write(trace, Arrays.copyOf(lines, inside));
        host.awaitSaying(() ->
                assertThat(host.status(repo.root()).get("waiting").toString()).contains("tests.jsonl"));
        Files.write(trace, Arrays.copyOfRange(lines, inside, lines.length), StandardOpenOption.APPEND);
        host.awaitRuns(repo, 1);
        assertThat(failingTests().lines().filter(line -> line.contains("TestÜber")))
                .hasSize(1);
        assertThat(host.status(repo.root()).get("waiting")).isEmpty();
    }

    @Test
    void aFolderThatIsMadeLaterAndALinkThatMovesAreSeen() throws Exception {
        repo.write(".expertd.yml", "traces: [\"out/now/results.json\"]\n");
        host.start();
        Path out = Files.createDirectories(repo.root().resolve("out"));
        Path one = Files.createDirectories(out.resolve("one"));
        Path two = Files.createDirectories(out.resolve("two"));
        Files.createSymbolicLink(out.resolve("now"), Path.of("one"));
        Files.writeString(one.resolve("results.json"), MadeTrace.passing("r1", 3));
        host.awaitRuns(repo, 1);
        Files.writeString(two.resolve("results.json"), MadeTrace.failingLast("r2", 3));
        Files.createSymbolicLink(out.resolve("next"), Path.of("two"));
        Files.move(out.resolve("next"), out.resolve("now"), StandardCopyOption.ATOMIC_MOVE);
        host.awaitRuns(repo, 2);
        assertThat(failingTests()).contains("test_last");
    }

    @Test
    void whatIsMadeToChokeOnIsReadInBoundedMemoryAndReported() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc to read the memory of a process from");
        repo.write(".expertd.yml", "traces: [big.json, string.json, deep.json]\n");
        host.with(
                "JDK_JAVA_OPTIONS",
                "-Xms8m -Xmn4m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -Xss512k -XX:ReservedCodeCacheSize=32m");
        Process daemon = host.start();
        MadeTrace.large(repo.root().resolve("big.json"), MEGABYTES << 20);
        MadeTrace.oneString(repo.root().resolve("string.json"), 50 << 20);
        Files.writeString(
                repo.root().resolve("deep.json"), "{\"results\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        host.awaitRuns(repo, 1);
        host.awaitSaying(() -> assertThat(
                        host.status(repo.root()).get("unreadable_traces").toString()
                                + host.status(repo.root()).get("waiting"))
                .contains("string.json")
                .contains("deep.json"));
        assertThat(peakMegabytes(daemon)).isLessThan(170);
        Lesson lesson = Lesson.commit(repo, 1);
        host.awaitLine(repo, lesson.line());
        assertThat(host.log()).doesNotContain("OutOfMemory");
    }

    private String failingTests() {
        return host.run(repo.root(), "tests").out();
    }

    private static long peakMegabytes(Process process) throws Exception {
        List<String> status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
        String peak = status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(peak.replaceAll("\\D", "")) / 1024;
    }
}
