package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.model.Condition;
import dev.expertd.model.LearningState;
import dev.expertd.model.OutcomeValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commit is blamed or credited, over a real repository. */
class AttributionTest {
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

    private static final String BROKEN = "AttributeError: 'NoneType' object has no attribute 'fee'";
    private static final String ERROR = "TypeError: unsupported operand type for total of None";
    private static final String[] REPAIRED = {"if items is None:", "    return 0", "return sum(items)"};

    @Test
    void aRegressionIsBlamedOnTheRightCommitAmongFive() {
        scene.green("test_name", "test_total").pass();
        other(1);
        other(2);
        String guilty = scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        other(3);
        other(4);
        scene.red("test_total", BROKEN).pass();
        assertThat(scene.lines()).isEmpty();
        assertThat(scene.suspected()).hasSize(1);
        assertThat(scene.issues())
                .singleElement()
                .asString()
                .startsWith("REGRESSION 1 test: ")
                .contains("suspected ", "..", "orders.py", "(1 run)");

        scene.run().pass();
        assertThat(scene.lines()).singleElement().asString().contains("test_total", "`total`");
        assertThat(blamed()).containsExactly(guilty);
        assertThat(scene.issues()).singleElement().asString().contains("since ", "..", "(2 runs)");
    }

    @Test
    void amongSeveralCommitsTheOneInTheStackComesFirst() {
        scene.green("test_name", "test_total").pass();
        other(1);
        String guilty = scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        other(2);
        scene.red("test_total", BROKEN).pass();
        try (GitReader git = GitReaders.open(scene.repo().root())) {
            assertThat(new TestsNow(scene.journal(), scene.repository(), git, scene.now()).issues())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TestIssue.Failing.class,
                            failing -> assertThat(failing.commits()).hasSize(3).startsWith(guilty));
        }
    }

    @Test
    void oneCommitBetweenGreenAndRedIsNamed() {
        scene.green("test_name", "test_total").pass();
        String guilty = scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        scene.red("test_total", BROKEN).pass();
        assertThat(scene.issues()).singleElement().asString().contains("suspected " + guilty.substring(0, 7));
        scene.run().pass();
        assertThat(scene.issues()).singleElement().asString().contains("since " + guilty.substring(0, 7) + " (2 runs)");
    }

    @Test
    void aFailureOnUncommittedChangesBlamesNoCommit() {
        scene.green("test_name", "test_total").pass();
        scene.repo().write("app/orders.py", orders("return sum(items) + tenant.fee"));
        scene.red("test_total", BROKEN).pass();
        assertThat(scene.suspected()).isEmpty();
        assertThat(scene.issues()).singleElement().asString().contains("(dirty tree)");
    }

    @Test
    void aPreExistingFailureBlamesAndCreditsNobody() {
        scene.green("test_name").red("test_total", ERROR).pass();
        String innocent = other(1);
        scene.run().pass();
        assertThat(scene.lastRun().outcome().value()).isEqualTo(OutcomeValue.PARTIAL);
        assertThat(scene.condition("test_total")).isEqualTo(Condition.STILL);
        assertThat(scene.lines()).isEmpty();
        assertThat(scene.suspected()).isEmpty();
        assertThat(scene.issues())
                .singleElement()
                .asString()
                .contains("first seen ")
                .doesNotContain(innocent.substring(0, 7));
    }

    @Test
    void aFixIsCreditedToTheCommitAsItIsAfterAnAmend() {
        scene.green("test_name").red("test_total", ERROR).pass();
        scene.repo().commit("wip").with("app/orders.py", orders(REPAIRED)).id();
        scene.pass();
        String amended = scene.repo().commit("wip: say more").amending().id();
        scene.green("test_total").pass();
        assertThat(scene.lastRun().boundTo()).isEqualTo(amended);
        assertThat(scene.lines()).singleElement().asString().contains("test_total", "`total`");
        assertThat(scene.issues())
                .singleElement()
                .asString()
                .startsWith("FIXED 1 test: ")
                .contains("by " + amended.substring(0, 7));
    }

    @Test
    void aFailureSeenBeforeARebaseIsTheSameFailureAfterIt() {
        scene.green("test_name", "test_total").pass();
        scene.repo().branch("work");
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        scene.red("test_total", BROKEN).pass();
        scene.repo().checkout("main");
        other(1);
        scene.pass();
        scene.repo().checkout("work").rebase("main");
        scene.pass();
        String guilty = scene.repo().head();
        scene.run().pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.STILL);
        assertThat(scene.issues()).singleElement().asString().contains("since " + guilty.substring(0, 7) + " (2 runs)");

        String fix = scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("if tenant is None:", "    return 0", "return sum(items) + tenant.fee"))
                .id();
        scene.green("test_total").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.FIXED);
        assertThat(scene.issues()).singleElement().asString().contains("by " + fix.substring(0, 7));
    }

    private List<String> blamed() {
        return scene.journal().learnings().in(scene.repository(), LearningState.DONE).stream()
                .flatMap(learning -> learning.evidence().commits().stream())
                .toList();
    }

    private String other(int version) {
        return scene.repo()
                .commit("wip")
                .with("app/other.py", "def unrelated(a):\n    return a + " + version + "\n")
                .id();
    }
}
