package dev.expertd.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * One daemon under events of all kinds for half an hour or 50,000 of them, whichever comes first ({@code
 * -Dsoak.minutes=}, {@code -Dsoak.events=} for other lengths): it holds afterwards no more than before.
 */
class SoakIT {
    private static final int REPOSITORIES = 2;
    private static final int IDLE_SECONDS = 60;
    private static final long GROWTH = 10 * 1024;

    private final List<String> table = new ArrayList<>(List.of(ProcSample.head()));
    private long begun;
    private int events;
    private int mostWatches;
    private Path journal = Path.of("");

    @Test
    void aDaemonUnderEventsOfAllKindsDoesNotGrow() throws Exception {
        Path folder = Path.of("target/soak").toAbsolutePath();
        Folders.delete(folder);
        Packaged program = new Packaged();
        Path home = Files.createDirectories(folder.resolve("home"));
        journal = home.resolve(".local/state/expertd/journal.db");
        List<SoakEvents> sources = new ArrayList<>();
        Path inside = folder;
        for (int i = 0; i < REPOSITORIES; i++) {
            Estate estate = Estate.make(folder.resolve("r" + i), new Tally());
            inside = estate.main().root();
            assertThat(program.run(home, inside, "init").status()).isZero();
            sources.add(new SoakEvents(estate, 20260105L + i));
        }
        try (Victim daemon = new Victim(program, home, inside)) {
            daemon.start(Map.of());
            daemon.awaitReady();
            begun = System.nanoTime();
            double minutes = Double.parseDouble(System.getProperty("soak.minutes", "30"));
            int most = Integer.getInteger("soak.events", 50_000);
            play(sources, daemon, minutes / 6, most / 6);
            ProcSample before = idle(daemon);
            int watches = mostWatches; // folders come and go
            play(sources, daemon, minutes, most);
            ProcSample after = idle(daemon);

            assertThat(daemon.isAlive()).isTrue();
            assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads());
            assertThat(after.handles()).as("handles").isLessThanOrEqualTo(before.handles());
            assertThat(after.children()).as("children").isZero();
            assertThat(after.watches()).as("watches").isLessThanOrEqualTo(watches);
            assertThat(after.kilobytes()).as("RSS in KB").isLessThanOrEqualTo(before.kilobytes() + GROWTH);
        } finally {
            table.forEach(System.out::println);
        }
    }

    private void play(List<SoakEvents> sources, Victim daemon, double untilMinute, int untilEvent) {
        double next = minute();
        while (minute() < untilMinute && events < untilEvent) {
            sources.get(events % sources.size()).next();
            events++;
            if (minute() >= next) {
                sample(daemon);
                next += untilMinute / 15;
            }
        }
    }

    private ProcSample idle(Victim daemon) {
        Processes.sleep(1000L * IDLE_SECONDS);
        return sample(daemon);
    }

    private ProcSample sample(Victim daemon) {
        ProcSample sample = ProcSample.of(daemon.pid(), journal);
        table.add(sample.row(minute(), events));
        mostWatches = Math.max(mostWatches, sample.watches());
        return sample;
    }

    private double minute() {
        return (System.nanoTime() - begun) / 60e9;
    }
}
