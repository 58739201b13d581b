package dev.expertd.daemon.install.service;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A command of the platform's service manager: its arguments are a list, its output and its time bounded. */
final class Tool {
    private static final int LIMIT = 1 << 20;
    private static final Duration TO_READ = Duration.ofSeconds(2);
    private static final String USUAL = "/usr/bin" + File.pathSeparator + "/bin";

    private final Path program;
    private final List<String> always;
    private final Map<String, String> environment;

    private Tool(Path program, List<String> always, Map<String, String> environment) {
        this.program = program;
        this.always = List.copyOf(always);
        this.environment = Map.copyOf(environment);
    }

    /**
     * The command of that name on the environment's search path, then where systems keep theirs.
     *
     * @param always the first arguments of each call
     */
    static Optional<Tool> find(String name, Map<String, String> environment, String... always) {
        return Stream.of((environment.getOrDefault("PATH", "") + File.pathSeparator + USUAL)
                        .split(File.pathSeparator, -1))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(file -> new Tool(file, List.of(always), environment));
    }

    /** What a call left behind. */
    record Answer(int status, String out, String err) {
        boolean isYes() {
            return status == 0;
        }

        /** The first line of what it complains of. */
        String complaint() {
            return (err.isBlank() ? out : err).lines().findFirst().orElse("it ended with status " + status);
        }
    }

    /** Runs to the end, whatever that is. */
    Answer ask(Duration patience, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(always);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        program.getFileName() + " did not answer within " + patience.toSeconds() + " seconds");
            }
            return new Answer(process.exitValue(), await(out), await(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program.getFileName() + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs what has to succeed. */
    String tell(Duration patience, String... arguments) throws IOException {
        Answer answer = ask(patience, arguments);
        if (!answer.isYes()) {
            throw new IOException(
                    program.getFileName() + " " + String.join(" ", arguments) + " failed: " + answer.complaint());
        }
        return answer.out();
    }

    /** A child that lives on may keep the pipe open: what it has not said by then is not waited for. */
    private static String await(CompletableFuture<String> text) throws IOException, InterruptedException {
        try {
            return text.get(TO_READ.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return "";
        } catch (ExecutionException e) {
            throw new IOException("the answer of a service manager cannot be read", e);
        }
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readNBytes(LIMIT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
