package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.upkeep.Tallies;
import dev.expertd.upkeep.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalliesTest {
    private static final String ERROR = "TypeError: 'NoneType' object is not iterable";

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

    @ParameterizedTest
    @ValueSource(longs = 1)
    void fiftyWordingsOfOneLessonGiveOneLineThatWasTaughtFiftyTimes(long seed) {
        Random random = new Random(seed);
        List<String> openings = List.of("", "Once more: ", "In production ", "On Mondays ", "Again, ");
        List<String> callers = List.of("the nightly batch", "the nightly batch job", "nightly batch jobs");
        List<String> verbs = List.of("crashed with a TypeError", "failed with a TypeError", "raised a TypeError");
        List<String> reasons = List.of("pass no items", "send no items", "hand over no items");
        List<String> remedies = List.of("Default items to an empty list", "Let items default to an empty list");
        for (int i = 0; i < 50; i++) {
            scene.repo()
                    .commit("fix: total without items, take " + i + "\n\n" + any(openings, random) + "`total()` "
                            + any(verbs, random) + " because " + any(callers, random) + " " + any(reasons, random)
                            + ". " + any(remedies, random) + " in `total()`.")
                    .with("app/orders.py", orders("return sum(items or []) + " + i))
                    .id();
        }
        scene.pass();

        assertThat(scene.lines()).hasSize(1);
        assertThat(tally().times()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void fiftyDifferentLessonsGiveFifty(long seed) {
        List<String> things = List.of(
                "invoice", "refund", "coupon", "basket", "parcel", "ledger", "voucher", "courier", "tariff", "depot");
        List<String> deeds = List.of("import", "export", "merge", "print", "archive");
        List<String> errors = List.of("ValueError", "KeyError", "TimeoutError", "UnicodeDecodeError", "IndexError");
        List<String> causes = List.of(
                "the gateway sends cents as text",
                "customers abroad have no tax number",
                "midnight falls into two days at once",
                "a queue delivers every message twice",
                "old clients leave the currency out");
        Random random = new Random(seed);
        List<String> lessons = new ArrayList<>();
        for (String thing : things) {
            for (String deed : deeds) {
                String name = deed + "_" + thing;
                lessons.add("fix: " + deed + " of a " + thing + "\n\n`" + name + "()` crashed with a "
                        + any(errors, random) + " because " + any(causes, random) + " when a " + thing
                        + " is sent to " + deed + ". Call `check_" + name + "()` in `" + name + "()` first.");
            }
        }
        Collections.shuffle(lessons, random);
        scene.repo().write(".expertd.yml", "learning:\n  per-day: 1000\n");
        for (String lesson : lessons) {
            scene.repo()
                    .commit(lesson)
                    .with("app/orders.py", orders("return " + lesson.hashCode()))
                    .id();
        }
        scene.pass();

        assertThat(scene.lines()).hasSize(50);
    }

    @Tag("at-length")
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6})
    void soItIsWithOtherWordings(long seed) {
        fiftyWordingsOfOneLessonGiveOneLineThatWasTaughtFiftyTimes(seed);
    }

    @Tag("at-length")
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6})
    void soItIsWithOtherLessons(long seed) {
        fiftyDifferentLessonsGiveFifty(seed);
    }

    @Test
    void aTestThatFailsTheSameWayAgainSpeaksAgainstTheLineThatItProved() {
        learnFromATest();
        assertThat(tally()).isEqualTo(new Tally(1, 0, List.of()));

        scene.repo()
                .commit("Speed up")
                .with("app/orders.py", orders("return sum(i for i in items)"))
                .id();
        scene.red("test_total", ERROR).pass();

        assertThat(tally().contradicted()).isEqualTo(1);
        assertThat(tally().words()).contains("its test failed the same way again");
    }

    @Test
    void aTestThatFailsInAnotherWaySpeaksOfSomethingElse() {
        learnFromATest();
        scene.repo()
                .commit("Speed up")
                .with("app/orders.py", orders("return fast(items or [])"))
                .id();
        scene.red("test_total", "NameError: name 'fast' is not defined").pass();

        assertThat(tally().contradicted()).isZero();
    }

    @Test
    void whatALineNamesIsGoneOnceItsFilesHoldItNoMore() {
        learnFromATest();
        scene.repo().write("app/orders.py", "def grand_total(items):\n    return 0\n");

        assertThat(tally().gone()).contains("total").doesNotContain("TypeError", "items");
    }

    private void learnFromATest() {
        scene.red("test_total", ERROR).pass();
        scene.repo()
                .commit("Guard")
                .with("app/orders.py", orders("return sum(items or [])"))
                .id();
        scene.green("test_total").pass();
        assertThat(scene.lines()).hasSize(1);
    }

    private Tally tally() {
        try (GitReader git = GitReaders.open(scene.repo().root())) {
            String repository = scene.repository();
            Learning line = scene.journal()
                    .learnings()
                    .in(repository, LearningState.DONE)
                    .get(0);
            return new Tallies(scene.journal(), repository, git).of(line);
        }
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
