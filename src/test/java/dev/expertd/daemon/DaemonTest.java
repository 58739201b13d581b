package dev.expertd.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real folders and files; only what is done about a hint is recorded instead. */
class DaemonTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final RecordingPass pass = new RecordingPass();
    private final Map<Path, Path> worktrees = new ConcurrentHashMap<>();
    private final List<String> modes = new CopyOnWriteArrayList<>();
    private @Nullable Daemon daemon;
    private Path spools = Path.of("");
    private Path settings = Path.of("");

    @BeforeEach
    void spoolFolder() throws Exception {
        spools = Files.createDirectories(folder.resolve("spool"));
        settings =
                Files.createDirectories(folder.toRealPath().resolve("config")).resolve("config.yml");
    }

    @AfterEach
    void stop() {
        if (daemon != null) {
            daemon.close();
        }
    }

    @Test
    void whatHappenedWhileItWasDownIsLookedForAtTheStart() throws Exception {
        Path shop = repository("shop");
        start(NEVER);
        await().atMost(SOON).until(() -> pass.calls(shop) > 0);
        assertThat(modes).last().isEqualTo("watch");
    }

    @Test
    void aChangeInAWatchedFolderBringsAPass() throws Exception {
        Path shop = repository("shop");
        settled(NEVER);
        int before = pass.calls(shop);
        Files.writeString(shop.resolve("trace_logs.json"), "{}");
        await().atMost(SOON).until(() -> pass.calls(shop) > before);
    }

    @Test
    void glancesBringAPassOnlyWhenThereIsSomethingToSee() throws Exception {
        Path shop = repository("shop");
        settled(NEVER);
        int before = pass.calls(shop);
        pass.glancing(20);
        Files.writeString(shop.resolve("trace_logs.json"), "{}");
        await().atMost(SOON).until(() -> pass.glances() == 0);
        await().atMost(SOON).until(() -> pass.calls(shop) > before + 1);
        assertThat(pass.calls(shop)).as("not one for each glance").isLessThan(before + 10);
    }

    @Test
    void aHintBringsAPassOverItsRepositoryAlone() throws Exception {
        Path shop = repository("shop");
        Path other = repository("other");
        settled(NEVER);
        int before = pass.calls(other);
        int own = pass.calls(shop);
        Files.writeString(spools.resolve("shop"), "x\n");
        await().atMost(SOON).until(() -> pass.calls(shop) > own);
        assertThat(pass.calls(other)).isEqualTo(before);
    }

    @Test
    void aRepositoryIsLookedAfterAsSoonAsItIsEnrolled() throws Exception {
        repository("shop");
        settled(NEVER);
        Path late = repository("late");
        Files.writeString(settings, "repositories: [late]\n");
        await().atMost(SOON).until(() -> pass.calls(late) > 0);
    }

    @Test
    void aHintReachesAWorktreeThatWasMadeMeanwhile() throws Exception {
        Path shop = repository("shop");
        settled(NEVER);
        Path side = Files.createDirectories(folder.toRealPath().resolve("side"));
        worktrees.put(side, spools.resolve("shop"));
        Files.writeString(spools.resolve("shop"), "x\n");
        await().atMost(SOON).until(() -> pass.calls(side) > 0);
        assertThat(pass.calls(shop)).isPositive();
    }

    @Test
    void whatGitIsAboutToDoIsNoReasonToLookButItsEndIs() throws Exception {
        Path shop = repository("shop");
        settled(NEVER);
        int before = pass.calls(shop);
        Path lock = Files.createFile(shop.resolve("index.lock"));
        Files.writeString(lock, "half");
        Files.writeString(spools.resolve("shop"), "x\n");
        await().atMost(SOON).until(() -> pass.calls(shop) > before);
        int hinted = pass.calls(shop);
        Files.delete(lock);
        await().atMost(SOON).until(() -> pass.calls(shop) > hinted);
    }

    @Test
    void aStormInOneRepositoryDoesNotStarveAnother() throws Exception {
        Path shop = repository("shop");
        Path loud = repository("loud");
        Path louder = repository("louder");
        pass.working(loud, path -> sleep(30)).working(louder, path -> sleep(30));
        settled(NEVER);
        AtomicBoolean storming = new AtomicBoolean(true);
        Thread storm = new Thread(() -> {
            for (int i = 0; storming.get(); i++) {
                touch(loud.resolve("f" + i % 500));
                touch(louder.resolve("f" + i % 500));
            }
        });
        storm.start();
        try {
            for (int i = 0; i < 5; i++) {
                int before = pass.calls(shop);
                Files.writeString(shop.resolve("trace.json"), "run " + i);
                await().atMost(SOON).until(() -> pass.calls(shop) > before);
            }
        } finally {
            storming.set(false);
            storm.join();
        }
    }

    @Test
    void aHintDoesNotStandBehindTheFirstLooksOfManyOthersNorBehindWhoHasMuchToDo() throws Exception {
        for (int i = 0; i < 100; i++) {
            pass.working(repository("other" + i), path -> sleep(100));
        }
        Path shop = repository("shop");
        start(NEVER);
        await().atMost(SOON).until(() -> pass.order().size() >= 3);
        pass.order().stream().limit(3).forEach(other -> pass.lookingAgain(other, Duration.ZERO));
        Files.writeString(spools.resolve("shop"), "x\n");
        await().atMost(SOON).until(() -> pass.calls(shop) > 0);
        assertThat(pass.order()).hasSizeLessThan(60);
    }

    @Test
    void whoHasMoreToDoGoesOn() throws Exception {
        Path shop = repository("shop");
        settled(NEVER);
        int before = pass.calls(shop);
        pass.lookingAgain(shop, Duration.ZERO);
        Files.writeString(spools.resolve("shop"), "x\n");
        await().atMost(SOON).until(() -> pass.calls(shop) >= before + 2);
    }

    @Test
    void aFolderThatIsDeletedAndMadeAgainIsStillWatched() throws Exception {
        Path shop = repository("shop");
        Path reports = Files.createDirectories(shop.resolve("reports"));
        pass.watching(shop, shop, reports);
        settled(NEVER);
        for (int i = 0; i < 3; i++) {
            Files.delete(reports);
            sleep(50);
            Files.createDirectories(reports);
            sleep(300); // the hint of the folder itself is over
            int before = pass.calls(shop);
            Path report = Files.writeString(reports.resolve("junit.xml"), "<x/>");
            await().atMost(SOON).until(() -> pass.calls(shop) > before);
            Files.delete(report);
        }
    }

    @Test
    void aFolderThatAPassNamesLaterIsWatchedFromThenOn() throws Exception {
        Path shop = repository("shop");
        Path late = folder.resolve("late");
        settled(NEVER);
        Files.createDirectories(late);
        pass.watching(shop, shop, late);
        int before = pass.calls(shop);
        Files.writeString(shop.resolve("x"), "");
        await().atMost(SOON).until(() -> pass.calls(shop) > before);
        sleep(500);
        int later = pass.calls(shop);
        Files.writeString(late.resolve("x"), "");
        await().atMost(SOON).until(() -> pass.calls(shop) > later);
    }

    @Test
    void withoutAnyWatchTheSweepFindsIt() throws Exception {
        Path shop = repository("shop");
        Path log = Files.writeString(shop.resolve("HEAD"), "one");
        pass.watching(shop, shop, log);
        AtomicInteger asked = new AtomicInteger();
        daemon = new Daemon(pass, () -> worktrees, settings, Duration.ofMillis(100), modes::add, () -> {
            asked.incrementAndGet();
            throw new IOException("User limit of inotify instances reached");
        });
        run(daemon);
        await().atMost(SOON).until(() -> pass.calls(shop) >= 2);
        for (int i = 0; i < 3; i++) {
            int before = pass.calls(shop);
            Files.writeString(log, "more", StandardOpenOption.APPEND);
            await().atMost(SOON).until(() -> pass.calls(shop) > before);
        }
        assertThat(modes).isNotEmpty().containsOnly("sweep");
        assertThat(asked).hasValueLessThan(3);
        int before = pass.calls(shop);
        sleep(500);
        assertThat(pass.calls(shop)).isEqualTo(before);
    }

    @Test
    void aPassThatFailsIsTriedAgainAtTheNextHintAndHarmsNobody() throws Exception {
        Path shop = repository("shop");
        Path broken = repository("broken");
        pass.working(broken, path -> {
            throw new IllegalStateException("cannot be looked at");
        });
        settled(NEVER);
        int before = pass.calls(broken);
        pass.working(broken, path -> {
            throw new StackOverflowError();
        });
        Files.writeString(spools.resolve("broken"), "x\n");
        await().atMost(SOON).until(() -> pass.calls(broken) > before);
        int own = pass.calls(shop);
        Files.writeString(shop.resolve("x"), "");
        await().atMost(SOON).until(() -> pass.calls(shop) > own);
    }

    @Test
    void whatIsNotReadyIsLookedAtAgain() throws Exception {
        Path shop = repository("shop");
        settled(NEVER);
        int before = pass.calls(shop);
        pass.lookingAgain(shop, Duration.ofMillis(200));
        Files.writeString(spools.resolve("shop"), "x\n");
        await().atMost(SOON).until(() -> pass.calls(shop) >= before + 2);
    }

    @Test
    void worktreesOfOneRepositoryTakeTurns() throws Exception {
        Path main = repository("shop");
        Path side = repository("side");
        worktrees.put(side, spools.resolve("shop"));
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (Path worktree : List.of(main, side)) {
            pass.working(worktree, path -> {
                most.accumulateAndGet(together.incrementAndGet(), Math::max);
                sleep(50);
                together.decrementAndGet();
            });
        }
        settled(NEVER);
        for (int i = 0; i < 5; i++) {
            Files.writeString(spools.resolve("shop"), "x\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            sleep(60);
        }
        assertThat(most).hasValue(1);
        assertThat(pass.order()).contains(main, side);
    }

    @Test
    void aRepositoryIsTakenUpAndLetGoWithoutARestart() throws Exception {
        Path shop = repository("shop");
        settled(Duration.ofMillis(100));
        Path other = repository("other");
        await().atMost(SOON).until(() -> pass.calls(other) > 0);
        worktrees.remove(shop);
        sleep(300);
        int before = pass.calls(shop);
        Files.writeString(shop.resolve("x"), "");
        Files.writeString(spools.resolve("shop"), "x\n");
        sleep(300);
        assertThat(pass.calls(shop)).isEqualTo(before);
    }

    @Test
    void stoppingLetsARunningPassEndAndBeginsNoOther() throws Exception {
        Path shop = repository("shop");
        settled(NEVER);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        pass.working(shop, path -> {
            begun.countDown();
            sleep(300);
            ended.set(true);
        });
        Files.writeString(spools.resolve("shop"), "x\n");
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        Files.writeString(shop.resolve("x"), "");
        Objects.requireNonNull(daemon).close();
        assertThat(ended).isTrue();
        int before = pass.calls(shop);
        Files.writeString(shop.resolve("y"), "");
        sleep(200);
        assertThat(pass.calls(shop)).isEqualTo(before);
    }

    @Test
    void nineThousandFilesInOneRepositoryHideNoHintOfAnother() throws Exception {
        Path shop = repository("shop");
        Path loud = repository("loud");
        settled(Duration.ofSeconds(1));
        int before = pass.calls(shop);
        int loudBefore = pass.calls(loud);
        IntStream.range(0, 9000).forEach(i -> touch(loud.resolve("f" + i)));
        Files.writeString(spools.resolve("shop"), "x\n");
        await().atMost(SOON).until(() -> pass.calls(shop) > before && pass.calls(loud) > loudBefore);
    }

    private Path repository(String name) throws IOException {
        Path worktree = Files.createDirectories(folder.toRealPath().resolve(name));
        worktrees.put(worktree, spools.resolve(name));
        return worktree;
    }

    private void start(Duration sweep) {
        Daemon made = new Daemon(pass, () -> Map.copyOf(worktrees), settings, sweep, modes::add, Optional::empty);
        daemon = made;
        run(made);
    }

    private static void run(Daemon daemon) {
        Thread thread = new Thread(() -> {
            try {
                daemon.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts and waits until it has caught up and only events bring a pass. */
    private void settled(Duration sweep) {
        start(sweep);
        await().atMost(SOON).until(() -> worktrees.keySet().stream().allMatch(path -> pass.calls(path) > 0));
        int[] calls = {0};
        await().pollInterval(Duration.ofMillis(250)).atMost(SOON).until(() -> {
            int before = calls[0];
            calls[0] = pass.order().size();
            return calls[0] == before;
        });
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "x");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
