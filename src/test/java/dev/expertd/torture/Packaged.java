package dev.expertd.torture;

import dev.expertd.program.Prepared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged program as a process of its own, with the memory that the launcher gives a daemon. */
final class Packaged {
    /** As the launcher sets it for a daemon. */
    static final List<String> MEMORY = List.of(
            "-Xms8m",
            "-Xmx128m",
            "-Xmn4m",
            "-Xss512k",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:-ShrinkHeapInSteps",
            "-XX:ReservedCodeCacheSize=32m",
            "-Xlog:disable");

    /** What a command said. */
    record Said(int status, String out, String err) {}

    /** Starts a command; its output goes to files of that home. */
    Process start(Path home, Path inside, Map<String, String> environment, String... arguments) {
        List<String> options = new ArrayList<>(MEMORY);
        options.add("-Djava.io.tmpdir=" + home);
        List<String> command = new ArrayList<>(Prepared.program().command(options));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(inside.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        String name = String.join("-", arguments).contains("daemon") ? "daemon" : "command";
        try {
            Path out = home.resolve(name + ".txt");
            Files.deleteIfExists(out);
            return builder.redirectOutput(out.toFile())
                    .redirectError(
                            name.equals("daemon")
                                    ? out.toFile()
                                    : home.resolve("errors.txt").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    Said run(Path home, Path inside, String... arguments) {
        Process process = start(home, inside, Map.of(), arguments);
        if (!Processes.ends(process, 60)) {
            process.destroyForcibly();
            throw new Broken("expertd " + String.join(" ", arguments) + " does not end");
        }
        try {
            return new Said(
                    process.exitValue(),
                    Files.readString(home.resolve("command.txt")),
                    Files.readString(home.resolve("errors.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
