package dev.expertd.learn;

import static dev.expertd.learn.Scene.EXPERTISE;
import static dev.expertd.learn.Scene.FIX;
import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The moment in which a checkout or an editor has taken the expertise file away and not yet put it back. */
class VanishedTest {
    @TempDir
    private Path folder;

    private Scene scene;
    private Learner daemon;
    private Path file;
    private Path aside;

    @BeforeEach
    void aDaemonHasLooked() throws IOException {
        scene = Scene.in(folder);
        file = scene.repo().root().resolve(EXPERTISE);
        aside = folder.resolve("aside.md");
        daemon = new Learner(scene.places(), scene.journal(), Scene.drafters(), scene.clock());
        look();
        scene.repo()
                .commit(FIX)
                .with("app/orders.py", orders("return sum(items or [])"))
                .id();
        Files.move(file, aside);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aLessonIsNotLostBecauseItsExpertIsAwayForAMoment() throws IOException {
        PassResult away = look();
        assertThat(away.judged()).isEmpty();
        assertThat(away.lookAgain()).isPresent();

        Files.move(aside, file);
        look();
        assertThat(scene.lines()).hasSize(1);
    }

    @Test
    void anExpertWhoStaysAwayHoldsNothingUp() {
        PassResult result = look();
        for (int looks = 0; result.judged().isEmpty(); looks++) {
            assertThat(looks).isLessThan(100);
            LockSupport.parkNanos(result.lookAgain().orElseThrow().toNanos());
            result = look();
        }
        assertThat(result.judged()).hasSize(1);
    }

    @Test
    void aDaemonThatHasJustStartedMissesTheFileItsPredecessorWroteTo() throws IOException {
        Files.move(aside, file);
        look();
        assertThat(scene.lines()).hasSize(1);
        scene.repo()
                .commit(FIX.replace("total", "tally"))
                .with("app/orders.py", orders("return tally(items or [])"))
                .id();
        Files.move(file, aside);

        daemon = new Learner(scene.places(), scene.journal(), Scene.drafters(), scene.clock());
        assertThat(look().judged()).isEmpty();
    }

    @Test
    void aLessonWaitsWhileTheFileCannotBeReadHoweverLong() throws Exception {
        Files.move(aside, file);
        String text = Files.readString(file);
        Files.write(file, text.getBytes(StandardCharsets.UTF_16));
        PassResult waiting = look();
        assertThat(waiting.judged()).isEmpty();
        assertThat(waiting.waiting().toString()).contains("no UTF-8 text");
        Thread.sleep(1100);
        assertThat(look().judged()).isEmpty();

        Files.writeString(file, text);
        look();
        assertThat(scene.lines()).hasSize(1);
    }

    @Test
    void aCommandLeavesACommitToALaterOneWhileAFileWithLinesOfOursCannotBeRead() throws Exception {
        Files.move(aside, file);
        look();
        String text = Files.readString(file);
        scene.repo()
                .commit(FIX.replace("total", "tally"))
                .with("app/orders.py", orders("return tally(items or [])"))
                .id();
        Files.write(file, text.getBytes(StandardCharsets.UTF_16));
        assertThat(scene.pass().judged()).isEmpty();

        Files.writeString(file, text);
        assertThat(scene.pass().judged()).hasSize(1);
    }

    private PassResult look() {
        scene.repo().tick();
        return daemon.learn(scene.repo().root(), Request.onHint());
    }
}
