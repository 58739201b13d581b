package dev.expertd.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentHabitTest {
    private static final List<String> CHANGED = List.of("server/app/sessions.py", "server/app/other.py");

    private static String written(String... components) {
        List<String> bullets = List.of(components).stream()
                .map(each -> "Something holds (discovered: 2026-01-02, component: " + each + ")")
                .toList();
        return ComponentHabit.of(bullets).form("sessions", CHANGED);
    }

    @Test
    void aFileThatWritesStemsGetsAStem() {
        assertThat(written("core-stack", "session_store", "main.py")).isEqualTo("sessions");
    }

    @Test
    void aFileThatWritesNamesWithTheirEndingGetsOne() {
        assertThat(written("main.py", "traces.py", "session_store")).isEqualTo("sessions.py");
    }

    @Test
    void aFileThatWritesPathsGetsAPath() {
        assertThat(written("server/app/main.py", "scripts/devbox.py", "cdk")).isEqualTo("server/app/sessions.py");
    }

    @Test
    void eachOfSeveralJoinedCounts() {
        assertThat(written("main.py + traces.py", "cdk")).isEqualTo("sessions.py");
    }

    @Test
    void twoBulletsAreNoHabit() {
        assertThat(written("main.py", "traces.py")).isEqualTo("sessions");
    }

    @Test
    void whatIsNoChangedFileStaysAsItIs() {
        assertThat(ComponentHabit.of(List.of("x (component: a.py)", "y (component: b.py)", "z (component: c.py)"))
                        .form("stores", CHANGED))
                .isEqualTo("stores");
    }
}
