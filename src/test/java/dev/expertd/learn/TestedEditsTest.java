package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between a red and a green run on the way to one commit, the line names the edit that made the test pass. */
class TestedEditsTest {
    private static final String ERROR = "KeyError: 'tenant'";
    private static final String PRICES = "def price(item, tenant):\n    return item[tenant]\n";
    private static final String REPAIRED = "def price(item, tenant):\n    return item.get(tenant, 0)\n";
    private static final String STOCK =
            "def stock(items):\n    return len(items)\n\n\ndef free(items):\n    return items\n";

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
        scene.repo()
                .commit("Add prices and stock")
                .with("app/prices.py", PRICES)
                .with("app/stock.py", STOCK)
                .id();
        scene.pass();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private String edited(String text, String old, String now) {
        assertThat(text).contains(old);
        return text.replace(old, now);
    }

    @Test
    void theRepairIsNamedAndNeitherTheEditBeforeNorTheOneAfter() {
        scene.green("test_name").red("test_quote", ERROR).pass();
        String stock = edited(STOCK, "return len(items)", "return len(list(items))");
        scene.repo().write("app/stock.py", stock);
        scene.red("test_quote", ERROR).pass();
        scene.repo().write("app/prices.py", REPAIRED);
        scene.green("test_quote").pass();
        String orders = Scene.orders("return sum(items) * tenant.rate");
        scene.repo().write("app/orders.py", orders);
        String commit = scene.repo()
                .commit("wip")
                .with("app/stock.py", stock)
                .with("app/prices.py", REPAIRED)
                .with("app/orders.py", orders)
                .id();
        scene.pass();

        assertThat(scene.runs().subList(0, 2))
                .allSatisfy(run -> assertThat(run.boundTo()).isEqualTo(commit));
        assertThat(scene.lines())
                .singleElement()
                .asString()
                .contains("test_quote", "`price`")
                .doesNotContain("stock", "`total`");
    }

    @Test
    void anEditInTheSameFileAfterTheGreenRunIsNotTheRepair() {
        scene.green("test_name").red("test_quote", ERROR).pass();
        scene.repo().write("app/prices.py", REPAIRED);
        scene.green("test_quote").pass();
        String more = REPAIRED + "\n\ndef tax(item):\n    return item[\"tax\"] * 2\n";
        String commit = scene.repo().commit("wip").with("app/prices.py", more).id();
        scene.pass();

        assertThat(scene.lastRun().boundTo()).isEqualTo(commit);
        assertThat(scene.lastRun().outcome().confidence()).isEqualTo(0.7);
        assertThat(scene.lines()).singleElement().asString().contains("`price`").doesNotContain("tax");
    }

    @Test
    void anUntrackedFileThatMadeTheTestPassIsNamed() {
        scene.green("test_name").red("test_quote", ERROR).pass();
        scene.repo()
                .write("app/rates.py", "def default_rate(tenant):\n    return 0 if tenant is None else tenant.rate\n");
        scene.green("test_quote").pass();
        String stock = edited(STOCK, "return len(items)", "return len(list(items))");
        scene.repo()
                .commit("wip")
                .with("app/stock.py", stock)
                .with("app/rates.py", read("app/rates.py"))
                .id();
        scene.pass();

        assertThat(scene.lines())
                .singleElement()
                .asString()
                .contains("default_rate")
                .doesNotContain("stock");
    }

    @Test
    void aFormattingHookDoesNotHideTheRepair() {
        scene.green("test_name").red("test_quote", ERROR).pass();
        scene.repo().write("app/prices.py", REPAIRED);
        scene.green("test_quote").pass();
        String stock = edited(STOCK, "return len(items)", "return len(list(items))");
        String formatted = "def price(item, tenant):\n    return item.get(\n        tenant,\n        0,\n    )\n";
        String commit = scene.repo()
                .commit("wip")
                .with("app/prices.py", formatted)
                .with("app/stock.py", stock)
                .id();
        scene.pass();

        assertThat(scene.lastRun().boundTo()).isEqualTo(commit);
        assertThat(scene.lines()).singleElement().asString().contains("`price`").doesNotContain("stock");
    }

    @Test
    void aRedRunOnPartOfTheCommitDoesNotCondemnIt() {
        scene.green("test_name", "test_quote").pass();
        scene.repo().write("app/prices.py", "def price(item, tenant):\n    return item[tenant.id]\n");
        scene.red("test_quote", ERROR).pass();
        String commit = scene.repo()
                .commit("wip")
                .with("app/prices.py", "def price(item, tenant):\n    return item[tenant.id] if tenant else 0\n")
                .id();
        scene.pass();

        assertThat(scene.lastRun().boundTo()).isEmpty();
        assertThat(scene.acts().stream().filter(act -> act.commit().equals(commit)))
                .singleElement()
                .satisfies(act -> assertThat(act.runs()).isEmpty());
    }

    @Test
    void textsOfAnUncommittedTreeAreForgottenOnceTheirRunsAreBound() {
        scene.green("test_name").red("test_quote", ERROR).pass();
        scene.repo().write("app/prices.py", REPAIRED);
        scene.green("test_quote").pass();
        String blob = scene.lastRun().tree().changed().getOrDefault("app/prices.py", "");
        assertThat(scene.journal().snapshots().text(scene.repository(), blob)).contains(REPAIRED);

        scene.repo().commit("wip").with("app/prices.py", REPAIRED).id();
        scene.pass();
        assertThat(scene.journal().snapshots().has(scene.repository(), blob)).isFalse();
    }

    private String read(String path) {
        try {
            return java.nio.file.Files.readString(scene.repo().root().resolve(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
