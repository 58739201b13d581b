package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report without times is the same letter for letter whenever the same tests pass. */
class SameContentTest {
    private static final String GREEN = "TAP version 13\n1..2\nok 1 - name\nok 2 - total\n";
    private static final String RED = """
            TAP version 13
            1..2
            ok 1 - name
            not ok 2 - total
              ---
              message: "TypeError: total of None"
              stack: |
                File "app/orders.py", line 2, in total
              ...
            """;

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
    void writtenAgainAfterAnotherItIsAnotherRun() {
        report(GREEN);
        String broken = commit("return sum(items) + tenant.fee");
        report(RED);
        String fixed = commit("if items is None:", "    return 0", "return sum(items)");
        report(GREEN);

        assertThat(scene.lastRun().boundTo()).isEqualTo(fixed);
        assertThat(scene.lines()).anySatisfy(line -> assertThat(line).contains("total", "TypeError"));
        commit("return sum(items) + tenant.fee + 1");
        report(RED);
        assertThat(scene.lastRun().boundTo())
                .isNotEqualTo(broken)
                .isEqualTo(scene.repo().head());
    }

    @Test
    void seenAgainItIsTheSameRun() {
        report(GREEN);
        report(RED);
        report(GREEN);
        long seq = scene.lastRun().seq();

        report(GREEN);
        scene.pass();

        assertThat(scene.lastRun().seq()).isEqualTo(seq);
    }

    @Test
    void putBackByGitItIsTheRunThatItWas() {
        report(GREEN);
        scene.repo().git("add", "-f", "-A");
        scene.repo().git("commit", "-q", "--allow-empty", "-m", "report");
        assertThat(scene.repo().git("ls-files")).contains("trace");
        scene.pass();
        report(RED);
        long seq = scene.lastRun().seq();

        scene.repo().git("checkout", "-q", "--", ".");
        scene.pass();

        assertThat(scene.lastRun().seq()).isEqualTo(seq);
    }

    private void report(String text) {
        scene.repo().tick();
        scene.trace(text).pass();
    }

    private String commit(String... body) {
        return scene.repo().commit("wip").with("app/orders.py", orders(body)).id();
    }
}
