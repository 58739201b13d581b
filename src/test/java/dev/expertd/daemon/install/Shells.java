package dev.expertd.daemon.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The shells that a hook may meet. */
final class Shells {
    private Shells() {}

    /**
     * Runs a shell, which has to end well; gives back what it said.
     *
     * @param shell its words, such as {@code bash --posix}
     */
    static String run(Path where, String shell, List<String> arguments, Map<String, String> environment)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(shell.split(" ", -1)));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    static boolean isHere(String program) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }
}
