package dev.expertd.cli.finding;

import dev.expertd.cli.house.House;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** How it is with the program itself and what it needs. */
public final class ProgramFindings {
    private static final int OLDEST_JAVA = 17;
    private static final Path INSTANCES = Path.of("/proc/sys/fs/inotify/max_user_instances");
    private static final int FEW_INSTANCES = 32;

    private final House house;

    public ProgramFindings(House house) {
        this.house = house;
    }

    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(git());
        findings.add(
                Runtime.version().feature() >= OLDEST_JAVA
                        ? Finding.ok("Java", Runtime.version() + " in " + System.getProperty("java.home"))
                        : Finding.problem("Java", Runtime.version() + " is too old", "install Java 17 or later"));
        Optional<Path> launcher = house.launcher();
        if (launcher.isPresent()) {
            findings.add(launcher(launcher.get()));
            findings.add(programFolder());
        }
        findings.addAll(watches());
        return findings;
    }

    private Finding git() {
        try {
            Process git = new ProcessBuilder("git", "--version")
                    .redirectErrorStream(true)
                    .start();
            git.getOutputStream().close();
            if (!git.waitFor(10, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Finding.problem("git", "does not answer", "`git --version` should");
            }
            String said = new String(git.getInputStream().readNBytes(200), StandardCharsets.UTF_8).strip();
            return git.exitValue() == 0
                    ? Finding.ok("git", said.replace("git version ", ""))
                    : Finding.problem("git", "does not work: " + said, "`git --version` tells why");
        } catch (IOException e) {
            return Finding.problem("git", "not found", "install it (Debian: `sudo apt-get install git`)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.problem("git", "was not waited for", "`expertd doctor` asks again");
        }
    }

    private Finding launcher(Path launcher) {
        if (!Files.isExecutable(launcher)) {
            return Finding.problem("launcher", launcher + " is gone, and hooks and services call it", "`./install.sh`");
        }
        String path = house.environment().getOrDefault("PATH", "");
        boolean onPath = Pattern.compile(File.pathSeparator)
                .splitAsStream(path)
                .filter(folder -> folder.startsWith("/"))
                .anyMatch(folder -> Files.isExecutable(
                        Path.of(folder, launcher.getFileName().toString())));
        return onPath
                ? Finding.ok("launcher", launcher.toString())
                : Finding.problem(
                        "launcher",
                        launcher.getParent() + " is not on your PATH",
                        "`export PATH=\"" + launcher.getParent() + ":$PATH\"` in your shell's profile");
    }

    private Finding programFolder() {
        Path jar = Path.of(System.getProperty("java.class.path", ""));
        Path library =
                Path.of(System.getProperty("org.sqlite.lib.path", ""), System.getProperty("org.sqlite.lib.name", ""));
        if (!Files.isRegularFile(jar) || !Files.isRegularFile(library)) {
            return Finding.problem(
                    "program",
                    (Files.isRegularFile(jar) ? library : jar) + " is missing",
                    "run `./install.sh` of expertd again");
        }
        return Finding.ok(
                "program",
                Files.isRegularFile(jar.resolveSibling("expertd.jsa"))
                        ? jar.toString()
                        : jar + " (without its class archive, so commands start slowly)");
    }

    private static List<Finding> watches() {
        // With one read: after the first byte such a file is at its end, and `Files.readString` takes one to begin
        // with.
        try (InputStream in = Files.newInputStream(INSTANCES)) {
            String text = new String(in.readNBytes(64), StandardCharsets.US_ASCII);
            int instances = Integer.parseInt(text.strip());
            return instances >= FEW_INSTANCES
                    ? List.of(Finding.ok("inotify", instances + " for each user"))
                    : List.of(Finding.problem(
                            "inotify",
                            "no more than " + instances + " for each user",
                            "`sudo sysctl fs.inotify.max_user_instances=512`"));
        } catch (IOException | NumberFormatException e) {
            return List.of(); // another system
        }
    }
}
