package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One daemon for many repositories: nobody waits for all the others. {@code -Dfaults.repositories=500} for the full
 * measure; what it takes in time and memory is printed.
 */
class ManyRepositoriesIT {
    private static final int REPOSITORIES = Integer.getInteger("faults.repositories", 40);
    private static final int BACKLOG = 150;

    /** Fewer are looked at before a slow machine has made a commit. */
    private static final int ENOUGH = 200;

    @TempDir
    Path folder;

    private Host host;
    private TestRepo shop;
    private TestRepo busy;

    @BeforeEach
    void begin() throws IOException {
        host = Host.in(folder);
        shop = host.repository("shop");
        busy = host.repository("busy");
        enrolCopiesOf(TestRepo.in(host.folder().resolve("other")));
    }

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void aLineComesWhileTheOthersAreLookedAtForTheFirstTimeAndBesideABacklog() throws Exception {
        List<String> backlog = new ArrayList<>();
        for (int i = 0; i < BACKLOG; i++) {
            busy.git("commit", "-q", "--allow-empty", "-m", Lesson.message(1000 + i));
            backlog.add(busy.git("rev-parse", "HEAD").strip());
        }
        Process daemon = host.start();
        long start = took(1);
        int lookedAt = known();
        long settled = System.nanoTime();
        host.awaitSaying(() -> assertThat(known()).isEqualTo(REPOSITORIES + 2));
        settled = System.nanoTime() - settled;
        host.awaitTakenUp(busy, backlog);
        long storm = stormed(2);
        System.out.printf(
                "%d repositories: line %d ms after its commit at the start, %d of them looked at by then, all %d s later;"
                        + " beside a storm in another %d ms; %s%n",
                REPOSITORIES + 2, start, lookedAt, settled / 1_000_000_000, storm, memory(daemon));

        if (REPOSITORIES >= ENOUGH) {
            assertThat(lookedAt).as("looked at before the line came").isLessThan(REPOSITORIES / 2);
        }
    }

    /** Milliseconds from a commit in the shop to its line. */
    private long took(int number) {
        Lesson lesson = Lesson.commit(shop, number);
        long begun = System.nanoTime();
        host.awaitLine(shop, lesson.line());
        return (System.nanoTime() - begun) / 1_000_000;
    }

    /** The same while another repository gets commits and files without end. */
    private long stormed(int number) throws Exception {
        AtomicBoolean storming = new AtomicBoolean(true);
        Thread storm = new Thread(() -> {
            for (int i = 0; i < 3000 && storming.get(); i++) {
                busy.write("reports/file" + i + ".txt", "x");
                if (i % 100 == 0) {
                    busy.git("commit", "-q", "--allow-empty", "-m", Lesson.message(2000 + i));
                }
            }
        });
        storm.start();
        try {
            return took(number);
        } finally {
            storming.set(false);
            storm.join();
        }
    }

    private int known() {
        return new JournalRows(host.state().resolve("journal.db")).repositories();
    }

    private static String memory(Process daemon) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + daemon.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> line.replaceAll("\\s+", " "))
                .findFirst()
                .orElse("");
    }

    private void enrolCopiesOf(TestRepo template) throws IOException {
        StringBuilder enrolled = new StringBuilder();
        for (int i = 0; i < REPOSITORIES; i++) {
            Path copy = host.folder().resolve("other" + i);
            copy(template.root(), copy);
            enrolled.append("  - ").append(copy).append('\n');
        }
        String settings = Files.readString(host.settings());
        assertThat(settings).containsOnlyOnce("repositories:\n");
        Files.writeString(host.settings(), settings.replace("repositories:\n", "repositories:\n" + enrolled));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(path -> !path.toString().endsWith(".sample")).forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
