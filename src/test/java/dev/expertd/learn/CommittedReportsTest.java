package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that people commit: which code they tested. */
class CommittedReportsTest {
    private static final String REPORT = "data/eval/results/latest.json";

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

    private static String report(String id, String status) {
        return "{\"run_id\": \"" + id + "\", \"total_tests\": 1, \"results\": {\"test_total\": {\"status\": \"" + status
                + "\", \"logs\": []}}}\n";
    }

    @Test
    void aReportThatCameWithCodeTestedThatCommit() {
        String commit = scene.repo()
                .commit("Add orders and their report")
                .with("app/orders.py", Scene.orders("return 0"))
                .with(REPORT, report("1", "pass"))
                .id();
        scene.repo().commit("Add other").with("app/more.py", "x = 1\n").id();
        scene.pass();

        assertThat(scene.lastRun().boundTo()).isEqualTo(commit);
        assertThat(scene.lastRun().outcome().confidence()).isEqualTo(0.9);
    }

    @Test
    void aReportThatWasCommittedAloneTestedTheParent() {
        String parent = scene.repo()
                .commit("Change orders")
                .with("app/orders.py", Scene.orders("return 0"))
                .id();
        scene.repo().commit("Add the report").with(REPORT, report("1", "pass")).id();
        scene.pass();

        assertThat(scene.lastRun().boundTo()).isEqualTo(parent);
    }

    @Test
    void aReportThatWasWrittenAnewSinceItWasCommittedSpeaksForTheWorkTree() {
        scene.repo().commit("Add the report").with(REPORT, report("1", "pass")).id();
        scene.pass();
        scene.repo().write("app/orders.py", Scene.orders("return 1"));
        scene.repo().write(REPORT, report("2", "pass"));
        scene.pass();

        assertThat(scene.lastRun().boundTo()).isEmpty();
        assertThat(scene.lastRun().binding()).contains("waits for the commit");
    }
}
