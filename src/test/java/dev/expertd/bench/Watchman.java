package dev.expertd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A watchman of its own that runs a shell whenever one file is replaced, which appends a line to another: what the least
 * of services takes that others build on.
 */
final class Watchman implements AutoCloseable {
    private static final int APART = 200;

    private final Home home;
    private final Path folder;
    private final Process server;

    private Watchman(Home home, Path folder, Process server) {
        this.home = home;
        this.folder = folder;
        this.server = server;
    }

    static boolean isHere() throws InterruptedException {
        return Processes.works("watchman", "--version");
    }

    static Watchman start(Home home, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("watched/reports"));
        Process server = home.in(
                        folder, command(folder, "--foreground", "--no-save-state", "--pidfile=" + folder + "/pid"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.txt").toFile())
                .start();
        Watchman watchman = new Watchman(home, folder, server);
        while (!Files.exists(folder.resolve("socket"))) {
            if (!server.isAlive()) {
                throw new IllegalStateException("watchman ended: " + Files.readString(folder.resolve("server.txt")));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        watchman.ask("watch", folder.resolve("watched").toString());
        watchman.ask(
                "--",
                "trigger",
                folder.resolve("watched").toString(),
                "line",
                "reports/junit.xml",
                "--",
                "sh",
                "-c",
                "echo line >> " + folder.resolve("lines"));
        return watchman;
    }

    private static List<String> command(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("watchman", "--sockname=" + folder + "/socket", "--logfile=" + folder + "/log"));
        command.addAll(List.of(arguments));
        return command;
    }

    private void ask(String... arguments) throws IOException, InterruptedException {
        Processes.run(home.in(folder, command(folder, arguments)));
    }

    /** From the renaming of a file into place to the line. */
    Timing lines(int rounds) throws IOException, InterruptedException {
        Path lines = folder.resolve("lines");
        Timing took = new Timing();
        for (int round = 0; round < rounds; round++) {
            TimeUnit.MILLISECONDS.sleep(APART);
            Path draft = Files.writeString(folder.resolve("watched/draft"), "<testsuite id=\"" + round + "\"/>\n");
            long before = size(lines);
            long begun = System.nanoTime();
            Files.move(
                    draft,
                    folder.resolve("watched/reports/junit.xml"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            while (size(lines) == before) {
                if (System.nanoTime() - begun > 10_000_000_000L) {
                    throw new IllegalStateException("watchman ran nothing within ten seconds");
                }
                TimeUnit.MICROSECONDS.sleep(500);
            }
            took.add((System.nanoTime() - begun) / 1e9);
        }
        return took;
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    @Override
    public void close() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }
}
