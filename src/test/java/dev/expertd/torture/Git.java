package dev.expertd.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The git command line as somebody uses it in one folder, under a name that nobody else has. */
record Git(Path folder) {
    static final String WHO = "Model <model@example.com>";

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_AUTHOR_NAME", "Model",
            "GIT_AUTHOR_EMAIL", "model@example.com",
            "GIT_COMMITTER_NAME", "Model",
            "GIT_COMMITTER_EMAIL", "model@example.com",
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_EDITOR", "true",
            "GIT_MERGE_AUTOEDIT", "no");

    /** What a command said, errors too. */
    record Said(int status, String text) {
        boolean isOk() {
            return status == 0;
        }
    }

    /** Runs a command that may fail. */
    Said attempt(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().putAll(ENVIRONMENT);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Broken(String.join(" ", command) + " does not end");
            }
            return new Said(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command that has to succeed, whatever expertd does meanwhile. */
    String run(String... arguments) {
        Said said = attempt(arguments);
        if (!said.isOk()) {
            throw new Broken("git " + String.join(" ", arguments) + " failed: " + said.text());
        }
        return said.text();
    }

    List<String> lines(String... arguments) {
        return run(arguments).lines().filter(line -> !line.isBlank()).toList();
    }

    /** The text of a file in a commit; empty if it has none. */
    String show(String commit, String file) {
        Said said = attempt("show", commit + ":" + file);
        return said.isOk() ? said.text() : "";
    }

    String head() {
        return run("rev-parse", "HEAD").strip();
    }

    /** Where the git directory of this checkout lies. */
    Path directory() {
        return folder.resolve(run("rev-parse", "--absolute-git-dir").strip());
    }
}
