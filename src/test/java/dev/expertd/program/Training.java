package dev.expertd.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Finds out what classes the program loads when its daemon learns from a commit and a command tells of it, and has Java
 * keep them in an archive.
 */
final class Training {
    private static final String LESSON = """
            fix: create without a tenant

            create() crashed with a KeyError because batch jobs pass no tenant_id. Default tenant_id to the
            caller's tenant in create().
            """;

    private final Path home;
    private final Path said;
    private final TestRepo repo;
    private final Function<List<String>, List<String>> program;

    /**
     * @param place a folder of its own
     * @param program gives how a process of the program begins with those options
     */
    Training(Path place, Function<List<String>, List<String>> program) throws IOException {
        this.home = Files.createDirectories(place.resolve("home"));
        this.said = place.resolve("said");
        this.repo = TestRepo.in(place.resolve("shop"));
        this.program = program;
    }

    /** Writes down which classes were loaded. */
    void list(Path list) throws IOException {
        Path daemon = home.resolve("daemon.classes");
        Path status = home.resolve("status.classes");
        ends(start(List.of("-Xshare:auto"), "init"));
        repo.write("app/service.py", "def create(params, tenant):\n    return {\"id\": params.get(\"id\")}\n");
        repo.commit(LESSON);
        learn(start(noting(daemon), "daemon", "run"));
        ends(start(noting(status), "status"));
        SortedSet<String> classes = new TreeSet<>(Files.readAllLines(daemon));
        classes.addAll(Files.readAllLines(status));
        Files.write(list, classes);
    }

    private static List<String> noting(Path classes) {
        return List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + classes);
    }

    /** Until the line is in the file, or it takes too long: then the archive holds less. */
    private void learn(Process daemon) {
        for (int i = 0; i < 300 && daemon.isAlive() && !repo.expertiseText().contains("batch jobs"); i++) {
            sleep();
        }
        daemon.destroy();
        ends(daemon);
    }

    private Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program.apply(options));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(repo.root().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    }

    private static boolean ends(Process process) {
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
