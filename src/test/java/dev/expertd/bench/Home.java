package dev.expertd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A home of its own, in which the installed program is used. */
final class Home {
    private final Path launcher;
    private final Path folder;

    Home(Path launcher, Path folder) throws IOException {
        this.launcher = launcher;
        this.folder = Files.createDirectories(folder);
    }

    Path folder() {
        return folder;
    }

    Path state() {
        return folder.resolve(".local/state/expertd");
    }

    /** Runs a command of the program to its end; what it says is thrown away unless it fails. */
    void expertd(Path inside, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Processes.run(in(inside, command));
    }

    /** Any command as the owner of this home. */
    ProcessBuilder in(Path inside, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(inside.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + who + "_NAME", "Bench");
            builder.environment().put("GIT_" + who + "_EMAIL", "bench@example.org");
        }
        return builder;
    }

    void git(Path inside, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Processes.run(in(inside, command));
    }

    /** Starts the daemon and waits until it says that it runs. */
    Daemon daemon(Path inside) throws IOException, InterruptedException {
        Path log = folder.resolve("daemon.txt");
        Files.deleteIfExists(log);
        Process process = in(inside, List.of(launcher.toString(), "daemon", "run"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (!Files.readString(log).contains("runs as process")) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the daemon ended: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return new Daemon(process);
    }
}
