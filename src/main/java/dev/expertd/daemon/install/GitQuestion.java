package dev.expertd.daemon.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks the git on the search path something about a work tree, as whoever commits there is answered: the user's
 * configuration counts, and what a git says for a single command of its own, below which we may run, does not.
 */
final class GitQuestion {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 1 << 20;
    private static final List<String> KEPT =
            List.of("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_EXEC_PATH");

    private GitQuestion() {}

    /** What git printed; empty if there is no git, it failed, or does not answer. */
    static Optional<String> ask(Path workTree, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workTree.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") && !KEPT.contains(name));
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("LC_ALL", "C");
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .execute(git::destroyForcibly);
            String said = new String(git.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
            return git.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && git.exitValue() == 0
                    ? Optional.of(said)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // no git to be found here: whoever commits will have one
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
