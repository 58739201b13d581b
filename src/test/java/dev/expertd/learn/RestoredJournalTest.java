package dev.expertd.learn;

import static dev.expertd.learn.Scene.EXPERTISE;
import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.journal.Backups;
import dev.expertd.journal.CommitState;
import dev.expertd.journal.JournalCheck;
import dev.expertd.journal.Restoration;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that was put back to an older state: nothing that happened since happens twice, and no decision is undone. */
class RestoredJournalTest {
    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void begin() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatWasCommittedSinceTheBackupIsPassedOverAndItsLineNotWrittenAgain() throws IOException {
        backup();
        String missed = commitLesson("alpha");
        assertThat(scene.lines()).hasSize(1);

        restore(true);
        scene.looks();

        assertThat(scene.seen(missed).state()).isEqualTo(CommitState.PASSED_OVER);
        assertThat(scene.seen(missed).reason()).contains("before the journal was restored");
        assertThat(scene.lines()).hasSize(1);
        assertThat(scene.acts()).isEmpty();

        commitLesson("beta");
        assertThat(scene.lines()).hasSize(2);
        assertThat(scene.acts()).hasSize(1);
    }

    @Test
    void aLineWrittenSinceTheBackupIsStillOursIfTheDamagedJournalTells() throws IOException {
        backup();
        commitLesson("alpha");
        Learning written = scene.learning();

        Restoration.Result result = restore(false);
        scene.looks();

        assertThat(result.salvaged()).isEqualTo(1);
        assertThat(scene.learning()).isEqualTo(written);
        assertThat(scene.lines()).hasSize(1);

        scene.repo().commit("Carry the line along").touching(EXPERTISE).id();
        scene.repo().git("checkout", "-q", "HEAD", "--", EXPERTISE);
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.DONE);
    }

    @Test
    void whatAPersonTookOutSinceTheBackupStaysOut() throws IOException {
        backup();
        String commit = commitLesson("alpha");
        takeOutAllLines();
        scene.looks();
        assertThat(scene.lines()).isEmpty();

        restore(true);
        scene.looks();

        assertThat(scene.lines()).isEmpty();
        assertThat(scene.seen(commit).state()).isEqualTo(CommitState.PASSED_OVER);
    }

    @Test
    void aLineThatWasOnItsWayAtTheBackupAndWasTakenOutSinceWaitsForAPerson() throws IOException {
        commitLesson("alpha");
        restate(LearningState.INTENDED);
        backup();
        takeOutAllLines();

        restore(true);
        scene.looks();

        assertThat(scene.lines()).isEmpty();
        assertThat(scene.state()).isEqualTo(LearningState.REVIEW);
    }

    @Test
    void aLineThatWaitedAtTheBackupAndStandsNowIsDone() throws IOException {
        commitLesson("alpha");
        restate(LearningState.HELD);
        backup();

        restore(true);
        scene.looks();

        assertThat(scene.lines()).hasSize(1);
        assertThat(scene.state()).isEqualTo(LearningState.DONE);
    }

    @Test
    void aLineThatStoodAtTheBackupAndWasTakenOutSinceIsRejectedByTheOrdinaryRules() throws IOException {
        commitLesson("alpha");
        backup();
        takeOutAllLines();
        Files.writeString(scene.repo().root().resolve(EXPERTISE), scene.read() + "\n- A person's own line\n");

        restore(true);
        scene.looks();

        assertThat(scene.state()).isEqualTo(LearningState.REJECTED);
        assertThat(scene.read()).contains("A person's own line");
    }

    @Test
    void aRunSinceTheBackupIsHistoryAndTheNextOneCounts() throws IOException {
        scene.red("test_total", "TypeError: items is missing").pass();
        backup();
        scene.repo()
                .commit("Repair")
                .with("app/orders.py", orders("return sum(items or [])"))
                .id();
        scene.green("test_total").pass();
        assertThat(scene.lines()).hasSize(1);
        takeOutAllLines();

        restore(true);
        scene.looks();

        assertThat(scene.lines()).isEmpty();
        assertThat(scene.lastRun().history()).isTrue();
    }

    @Test
    void withoutABackupAnotherJournalBeginsAndDoublesNothing() throws IOException {
        commitLesson("alpha");

        Restoration.Result result = restore(true);
        scene.looks();

        assertThat(result.backup()).isEmpty();
        assertThat(scene.lines()).hasSize(1);
        assertThat(scene.acts()).isEmpty();
        commitLesson("beta");
        assertThat(scene.lines()).hasSize(2);
    }

    private String commitLesson(String name) {
        String id = scene.repo()
                .commit("fix: part_" + name + " of the service\n\npart_" + name
                        + "() crashed with a KeyError because table_" + name + " is missing. Create table_" + name
                        + " before part_" + name + "() runs.\n")
                .with("app/part_" + name + ".py", "def part_" + name + "():\n    return 1\n")
                .id();
        scene.pass();
        return id;
    }

    private void takeOutAllLines() throws IOException {
        List<String> ours = scene.lines();
        List<String> left =
                scene.read().lines().filter(line -> !ours.contains(line)).toList();
        Files.write(scene.repo().root().resolve(EXPERTISE), left);
        scene.repo().tick();
    }

    private void restate(LearningState state) {
        Learning line = scene.learning();
        scene.journal().learnings().restate(scene.repository(), line.id(), state, line.reason());
    }

    private void backup() throws IOException {
        new Backups(scene.places().journal()).make(scene.now());
    }

    /** Damages the journal (all of it, or its end alone) and restores it as {@code doctor --fix} does. */
    private Restoration.Result restore(boolean whole) throws IOException {
        scene.close();
        Path journal = scene.places().journal();
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
            if (whole) {
                file.write(new byte[200]);
            } else {
                file.setLength(file.length() - 4096); // the last page: an empty table of the newest version
            }
        }
        assertThat(JournalCheck.problem(journal)).isPresent();
        scene.repo().tick();
        Restoration.Result result = new Restoration(journal, scene.now()).restore();
        assertThat(JournalCheck.problem(journal)).isEmpty();
        assertThat(result.damaged()).isPresent();
        scene.repo().tick();
        scene = scene.again(folder);
        return result;
    }
}
