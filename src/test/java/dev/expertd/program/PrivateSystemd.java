package dev.expertd.program;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real systemd user manager for one home, apart from that of whoever runs the tests: in namespaces of its own, and in a
 * control group of its own. The latter is no comfort but a must: a manager takes all processes of the group in which it
 * finds itself as its own. So it is shown nothing but the new group, and it does not start if it would see more.
 */
final class PrivateSystemd implements AutoCloseable {
    private static final String ENTER = "echo $$ > \"$1/cgroup.procs\" && shift && exec \"$@\"";

    /** Only the uppermost group of all has no type. */
    private static final String INSIDE = """
            set -e
            mount -t cgroup2 cgroup2 /sys/fs/cgroup
            test -f /sys/fs/cgroup/cgroup.type
            mount -t tmpfs tmpfs /run
            mkdir -p /run/systemd/system /run/own
            chmod 700 /run/own
            XDG_RUNTIME_DIR=/run/own; export XDG_RUNTIME_DIR
            "$1" --user --log-target=console &
            wait
            """;

    private static int made;

    private final Path home;
    private final Path group;
    private final Process outside;
    private final long inside;

    private PrivateSystemd(Path home, Path group, Process outside, long inside) {
        this.home = home;
        this.group = group;
        this.outside = outside;
        this.inside = inside;
    }

    /** Starts one, or lets the test skip and say why. */
    static PrivateSystemd of(Path home) {
        Path systemd = Stream.of("/lib/systemd/systemd", "/usr/lib/systemd/systemd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(home);
        assumeTrue(!systemd.equals(home), "systemd is not installed here");
        try {
            Path group =
                    ownGroup().resolve("expertd-test-" + ProcessHandle.current().pid() + "-" + ++made);
            try {
                Files.createDirectory(group);
            } catch (IOException e) {
                assumeTrue(false, "no control group can be made here: " + e);
            }
            Process outside = start(home, group, systemd);
            PrivateSystemd made = new PrivateSystemd(home, group, outside, insideOf(outside));
            if (made.answers()) {
                return made;
            }
            made.close();
            assumeTrue(false, "no systemd user manager starts here: " + Files.readString(said(home)));
            throw new IllegalStateException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(Path home, Path group, Path systemd) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", ENTER, "sh", group.toString(), "unshare"));
        if (!System.getProperty("user.name").equals("root")) {
            command.add("-r");
        }
        command.addAll(List.of("-m", "-C", "-p", "-f", "--mount-proc", "--kill-child", "sh", "-c", INSIDE, "sh"));
        command.add(systemd.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said(home).toFile());
        clean(builder, home);
        return builder.start();
    }

    /** The group of this process where the system's newer hierarchy is mounted. */
    private static Path ownGroup() throws IOException {
        String mounted = Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
                .filter(line -> line.contains(" - cgroup2 "))
                .map(line -> line.split(" ", -1)[4])
                .findFirst()
                .orElse("");
        assumeTrue(!mounted.isEmpty(), "no cgroup2 is mounted here");
        String own = Files.readAllLines(Path.of("/proc/self/cgroup")).stream()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> line.substring("0::/".length()))
                .findFirst()
                .orElse("");
        return Path.of(mounted).resolve(own);
    }

    private static long insideOf(Process outside) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        !outside.isAlive() || outside.children().findFirst().isPresent());
        return outside.children().findFirst().map(ProcessHandle::pid).orElse(0L);
    }

    private boolean answers() {
        for (int i = 0; i < 300 && outside.isAlive() && inside != 0; i++) {
            if (List.of("running", "degraded")
                    .contains(run("systemctl", "--user", "is-system-running")
                            .out()
                            .strip())) {
                return true;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return false;
    }

    /** Runs a command as somebody who is logged in with that manager. */
    Program.Result run(String... command) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            try {
                List<String> entered =
                        new ArrayList<>(List.of("nsenter", "-t", Long.toString(inside), "-m", "-C", "-p"));
                if (!System.getProperty("user.name").equals("root")) {
                    entered.addAll(List.of("-U", "--preserve-credentials"));
                }
                entered.add("--");
                entered.addAll(List.of(command));
                ProcessBuilder builder =
                        new ProcessBuilder(entered).redirectOutput(out.toFile()).redirectError(err.toFile());
                clean(builder, home);
                builder.environment().put("XDG_RUNTIME_DIR", "/run/own");
                builder.environment().put("EXPERTD_ARCHIVE", "no");
                Process process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(180, SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(String.join(" ", command) + " does not end: " + Files.readString(err));
                }
                return new Program.Result(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One value of our unit. */
    String unit(String property) {
        return run("systemctl", "--user", "show", "--value", "--property=" + property, "expertd.service")
                .out()
                .strip();
    }

    private static void clean(ProcessBuilder builder, Path home) {
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_") || name.startsWith("DBUS_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    }

    private static Path said(Path home) {
        return home.resolveSibling("systemd.txt");
    }

    /** All that ran under it ends with it. */
    @Override
    public void close() {
        outside.descendants().forEach(ProcessHandle::destroyForcibly);
        outside.destroyForcibly();
        await().atMost(Duration.ofSeconds(60)).until(this::groupsAreGone);
    }

    private boolean groupsAreGone() {
        try (Stream<Path> groups = Files.walk(group)) {
            for (Path each : groups.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(each); // its files go with it
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return !Files.exists(group);
        }
    }
}
