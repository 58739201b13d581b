package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.OutcomeValue;
import dev.expertd.redact.Redacted;
import dev.expertd.redact.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as a stranger reads it. */
class SelfImproveReportTest {
    private static final String NOTE = "`total` raises TypeError because `items` can be None: return 0 for None";

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
        scene.repo().commit("wip").with("app/orders.py", orders("return 0")).id();
        scene.pass();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatWasSaidByHandIsTheCauseAndNotAskedForAgain() {
        String report = report(scene.pass(failed(NOTE, false)));

        assertThat(report)
                .contains("- Outcome failed: said so by hand\n")
                .contains("- Cause, as said by hand: `total` raises `TypeError`")
                .doesNotContain("expertd learn COMPONENT failed");
    }

    @Test
    void aNoteThatIsRefusedIsQuotedWithItsReason() {
        assertThat(report(scene.pass(failed("it broke", false)))).contains("- Refused: it broke (the note lacks ");
    }

    @Test
    void aLineThatWaitsSaysWhatFor() {
        Map<String, Redacted> waiting = Map.of(Scene.EXPERTISE, new Redactor().redact("it is read-only"));

        assertThat(render(scene.pass(failed(NOTE, true)), waiting))
                .contains("- " + Scene.EXPERTISE + " waits: it is read-only\n");
    }

    private static Request failed(String note, boolean dryRun) {
        return new Request(true, true, "totals", Optional.of(OutcomeValue.FAILED), "", note, "", dryRun);
    }

    private static String report(PassResult result) {
        return render(result, Map.of());
    }

    private static String render(PassResult result, Map<String, Redacted> waiting) {
        List<JudgedAct> judged = result.judged();
        return SelfImproveReport.render(judged.get(judged.size() - 1), List.of(), List.of(), waiting, Upkept.NOTHING);
    }
}
