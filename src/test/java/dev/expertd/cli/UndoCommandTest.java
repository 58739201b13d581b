package dev.expertd.cli;

import static dev.expertd.cli.Shop.BACKEND;
import static dev.expertd.cli.Shop.FRONTEND;
import static dev.expertd.cli.Shop.LESSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoCommandTest {
    @TempDir
    private Path folder;

    private Shop shop;
    private String before;

    @BeforeEach
    void aLineStands() {
        shop = Shop.in(folder).learns();
        before = shop.read(BACKEND);
        shop.fix().learns();
        assertThat(shop.read(BACKEND)).containsOnlyOnce(LESSON);
    }

    @Test
    void aLineIsTakenOutByteForByteAndTheFilesDateDoesNotGoBack() {
        String updated = updated(shop.read(BACKEND));
        Shop.Result result = shop.run("undo", id());
        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("undone: " + id() + " in " + BACKEND);
        assertThat(updated(shop.read(BACKEND))).isEqualTo(updated).isNotEqualTo(updated(before));
        assertThat(shop.read(BACKEND).replace(updated, updated(before))).isEqualTo(before);
    }

    @Test
    void whatIsUndoneIsNeverDraftedAgainInOtherWords() {
        shop.run("undo", id());
        shop.isTaughtTheSameInOtherWords();
        assertThat(shop.read(BACKEND)).doesNotContain("TypeError");
        assertThat(shop.run("why", "HEAD").out()).contains("known already, learned before");
    }

    @Test
    void aLineIsNamedByWhereItStandsOrByAPartOfItsText() {
        int line = shop.read(BACKEND).lines().toList().indexOf("- " + text()) + 1;
        assertThat(shop.run("undo", BACKEND + ":" + line).out()).startsWith("undone: ");
        assertThat(shop.run("undo", LESSON).out()).startsWith("undone already: ");
    }

    @Test
    void aLineOfSomebodyElseIsLeftToThem() {
        int heading = shop.read(BACKEND).lines().toList().indexOf("### tips") + 1;
        Shop.Result result = shop.run("undo", BACKEND + ":" + heading);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("is no line of expertd");
        assertThat(shop.run("undo", "no such words").status()).isEqualTo(1);
    }

    @Test
    void anEditedLineIsTheirsToTakeOut() {
        shop.repo().write(BACKEND, shop.read(BACKEND).replace("crashed with", "crashed now and then with"));
        String edited = shop.read(BACKEND);
        Shop.Result result = shop.run("undo", id());
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("was changed in " + BACKEND + " by somebody");
        assertThat(shop.read(BACKEND)).isEqualTo(edited);
    }

    @Test
    void ofSeveralThatAreMeantTheCandidatesAreListed() {
        shop.repo()
                .commit("""
                        fix: name of an order

                        name() raised KeyError because imported orders of batch jobs have no name. Fall back to the id in name().
                        """)
                .with("app/orders.py", "def name(order):\n    return order.get(\"name\", order[\"id\"])\n")
                .id();
        shop.learns();
        Shop.Result result = shop.run("undo", "batch jobs");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(3);
        assertThat(result.err()).contains("may mean any of 2", "  " + id() + " done backend: ");
        assertThat(shop.read(BACKEND)).contains(LESSON);
    }

    @Test
    void inTheMiddleOfARebaseTheLineIsTakenOutByTheNextPass() throws IOException {
        Path mark = Files.createDirectories(shop.repo().root().resolve(".git/rebase-merge"));
        Shop.Result result = shop.run("undo", id());
        assertThat(result.out()).startsWith("to be undone: ");
        assertThat(result.err()).contains("waits: git is in the middle of a rebase");
        assertThat(shop.read(BACKEND)).contains(LESSON);
        assertThat(shop.run("log").out()).contains("… " + id());

        Files.delete(mark);
        shop.learns();
        assertThat(shop.read(BACKEND)).doesNotContain(LESSON);
        assertThat(shop.run("why", id()).out()).contains("state: rejected (taken out with `expertd undo`)");
    }

    @Test
    void aLineThatIsMovedStandsInTheOtherFileInItsStyleAndNoLongerInTheFirst() {
        shop.repo().write(FRONTEND, shop.read(FRONTEND).replace("### common_issues\n", """
                                        ### common_issues
                                        - One (discovered: 2026-01-01)
                                        - Two (discovered: 2026-01-02)
                                        - Three (discovered: 2026-01-03)
                                        """));
        Shop.Result result = shop.run("undo", id(), "--to", "frontend");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("moved: ").contains(" to " + FRONTEND + " as ");
        assertThat(shop.read(BACKEND)).doesNotContain(LESSON);
        assertThat(shop.read(FRONTEND))
                .containsOnlyOnce(LESSON)
                .contains("in `total()` (discovered: 2026-01-05)\n")
                .doesNotContain("component: orders");
        assertThat(shop.run("log").out()).contains("+ ").doesNotContain("- " + id());
    }

    @Test
    void pathsOfAMovedLineAreLedToItsNewExpertAndWhyTellsSo() {
        String id = id();
        shop.run("undo", id, "--to", "frontend");
        shop.repo()
                .commit("""
                        fix: name of an order

                        name() raised KeyError because imported orders have no name. Fall back to the id in name().
                        """)
                .with("app/orders.py", "def name(order):\n    return order.get(\"name\", order[\"id\"])\n")
                .id();
        shop.learns();
        assertThat(shop.read(FRONTEND)).contains("imported orders have no name");
        assertThat(shop.read(BACKEND)).doesNotContain("imported orders have no name");
        assertThat(shop.run("why", "imported orders").out())
                .contains("led by hand: app/orders.py to frontend, since " + id + " was moved there");
    }

    @Test
    void aMoveToNobodyOrToWhereItIsIsRefused() {
        assertThat(shop.run("undo", id(), "--to", "nobody").err())
                .isEqualTo("expertd: there is no expert called nobody; there are backend, frontend\n");
        assertThat(shop.run("undo", id(), "--to", "backend").err()).contains("is with backend already");
        assertThat(shop.read(BACKEND)).contains(LESSON);
    }

    @Test
    void aDraftThatWaitsIsNotInAnyFile() {
        Shop other = Shop.in(folder.resolve("other")).reviewing().learns().fix().learns();
        Shop.Result result = other.run("undo", LESSON);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("it waits; `expertd review --reject " + other.waiting() + "`");
    }

    @Test
    void machinesReadOneObject() {
        assertThat(shop.run("undo", id(), "--json").out())
                .startsWith("{\"id\":\"" + id() + "\",\"state\":\"rejected\"")
                .endsWith("}\n");
    }

    private String id() {
        return shop.run("why", LESSON).out().lines().findFirst().orElseThrow().substring("learning: ".length());
    }

    private String text() {
        return shop.run("why", LESSON)
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .substring("text: ".length());
    }

    private static String updated(String file) {
        return file.lines()
                .filter(line -> line.startsWith("last_updated"))
                .findFirst()
                .orElseThrow();
    }
}
