package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.journal.CommitState;
import dev.expertd.model.OutcomeValue;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commit a run belongs to, and what it teaches there, over a real repository. */
class RunsAndCommitsTest {
    private static final String ERROR = "TypeError: unsupported operand type for total of None";
    private static final String[] REPAIRED = {"if items is None:", "    return 0", "return sum(items)"};

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aRepairBetweenARedAndAGreenRunIsOneLineThatNamesTestErrorAndSymbol() {
        scene.green("test_name").red("test_total", ERROR).pass();
        scene.repo().commit("wip").with("app/orders.py", orders(REPAIRED)).id();
        scene.green("test_total").pass();

        assertThat(scene.lines()).singleElement().asString().contains("test_total", "TypeError", "`total`", "orders");
    }

    @Test
    void redEditGreenThenCommitBindsBothRunsToThatCommit() {
        scene.green("test_name").red("test_total", ERROR).pass();
        scene.repo().write("app/orders.py", orders(REPAIRED));
        scene.green("test_total").pass();
        assertThat(scene.lastRun().boundTo()).isEmpty();
        assertThat(scene.lines()).isEmpty();

        String fix = scene.repo()
                .commit("wip")
                .with("app/orders.py", orders(REPAIRED))
                .id();
        scene.pass();

        assertThat(scene.lastRun().boundTo()).isEqualTo(fix);
        assertThat(scene.acts().get(0).commit()).isEqualTo(fix);
        assertThat(scene.acts().get(0).outcome().value()).isEqualTo(OutcomeValue.SUCCESS);
        assertThat(scene.lines()).singleElement().asString().contains("test_total", "`total`");
    }

    @Test
    void aPassMadeAgainChangesNothing() {
        aRepairBetweenARedAndAGreenRunIsOneLineThatNamesTestErrorAndSymbol();
        String before = scene.read();
        scene.pass();
        scene.run().pass();

        assertThat(scene.read()).isEqualTo(before);
    }

    @Test
    void aTestThatABlamelessCommitBreaksIsSuspectedAndWrittenWhenItFailsAgain() {
        scene.green("test_name", "test_total").pass();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        scene.red("test_total", "AttributeError: 'NoneType' object has no attribute 'fee'")
                .pass();
        assertThat(scene.lines()).isEmpty();

        scene.run().pass();

        assertThat(scene.lines()).singleElement().asString().contains("test_total", "AttributeError", "`total`");
    }

    @Test
    void aSuspicionIsDroppedWhenTheTestTurnsGreenWithoutAChange() {
        scene.green("test_name", "test_total").pass();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        scene.red("test_total", "AttributeError: 'NoneType' object has no attribute 'fee'")
                .pass();
        scene.green("test_total").pass();
        scene.run().pass();

        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void anAmendedCommitTeachesOnce() {
        scene.repo()
                .commit(
                        "fix(orders): total of no items\n\n`total` crashed with a TypeError because carts of guests have"
                                + " no items. Return 0 then.")
                .with("app/orders.py", orders(REPAIRED))
                .id();
        scene.pass();
        assertThat(scene.lines()).hasSize(1);

        String amended = scene.repo()
                .commit("fix(orders): total of no items\n\n`total` crashed with a TypeError because the carts of guests"
                        + " have no items. Return 0 then.")
                .amending()
                .id();
        scene.pass();

        assertThat(scene.seen(amended).state()).isEqualTo(CommitState.ALIAS);
        assertThat(scene.lines()).hasSize(1);
    }

    @Test
    void aRebasedCommitIsTheSameActAndARunOnItIsCreditedToIt() {
        scene.green("test_name").red("test_total", ERROR).pass();
        scene.repo().branch("work");
        scene.repo().commit("wip").with("app/orders.py", orders(REPAIRED)).id();
        scene.pass();
        scene.repo().checkout("main");
        scene.repo()
                .commit("Add other")
                .with("app/other.py", "def unrelated(b):\n    return b\n")
                .id();
        scene.pass();
        scene.repo().checkout("work").rebase("main");
        scene.pass();
        scene.green("test_total").pass();

        String rebased = scene.repo().head();
        assertThat(scene.seen(rebased).state()).isEqualTo(CommitState.ALIAS);
        assertThat(scene.lastRun().boundTo()).isEqualTo(rebased);
        assertThat(scene.lines()).singleElement().asString().contains("test_total", "`total`");
    }

    @Test
    void committingOurOwnLinesNeitherSilencesThatCommitNorDoublesAnything() {
        aRepairBetweenARedAndAGreenRunIsOneLineThatNamesTestErrorAndSymbol();
        String commit = scene.repo()
                .commit("fix(orders): name of an anonymous order\n\n`name` raised a KeyError because imported orders"
                        + " have no name. Use `get` with a default.")
                .with("app/orders.py", orders(REPAIRED).replace("order[\"name\"]", "order.get(\"name\", \"\")"))
                .with(Scene.EXPERTISE, scene.read())
                .id();
        scene.pass();
        scene.pass();

        assertThat(scene.seen(commit).state()).isEqualTo(CommitState.JUDGED);
        assertThat(scene.lines()).hasSize(2).doesNotHaveDuplicates();
    }
}
