package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Counts;
import dev.expertd.model.Run;
import dev.expertd.model.Signal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLinesTest {
    private static final String SESSION = "{\"type\":\"summary\",\"summary\":\"s\"}\n42\n[1]\n"
            + "{\"type\":\"assistant\",\"timestamp\":\"2026-03-02T09:30:00.000Z\",\"message\":{\"content\":["
            + "{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"Bash\"},{\"type\":\"tool_use\",\"id\":\"t2\",\"name\":\"Read\"}]}}\n"
            + "{\"type\":\"user\",\"message\":\"odd\"}\n"
            + "{\"type\":\"user\",\"timestamp\":\"2026-03-02T09:31:00.000Z\",\"message\":{\"content\":["
            + "{\"type\":\"tool_result\",\"tool_use_id\":\"t1\",\"is_error\":true,\"content\":\"ValueError: no total\"},"
            + "{\"type\":\"tool_result\",\"tool_use_id\":\"t2\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}]}}\n";

    @TempDir
    private Path folder;

    @Test
    void everyToolResultOfAClaudeSessionIsEvidence() {
        Run run = complete(read(folder, SESSION));

        assertThat(run.format()).isEqualTo("claude");
        assertThat(run.signals()).containsExactly(Signal.EVIDENCE_ONLY);
        assertThat(run.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
        assertThat(Objects.requireNonNull(result(run, "Bash").failure()).type()).isEqualTo("ValueError");
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:31:00Z"));
    }

    @Test
    void everyRecordedCallOfAnAnthropicSessionIsEvidence() {
        Run run = complete(read(
                folder,
                "[\"client.beta.sessions.create\",{\"id\":\"s1\",\"type\":\"session\"}]\n"
                        + "[\"client.beta.sessions.events.stream\",{\"id\":\"e1\",\"type\":\"agent.tool_result\",\"is_error\":true,"
                        + "\"content\":[{\"type\":\"text\",\"text\":\"no such file\"}]}]\n"));

        assertThat(run.format()).isEqualTo("anthropic-session");
        assertThat(run.signals()).containsExactly(Signal.EVIDENCE_ONLY);
        assertThat(run.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
        assertThat(Objects.requireNonNull(result(run, "agent.tool_result").failure())
                        .message())
                .isEqualTo("no such file");
    }
}
