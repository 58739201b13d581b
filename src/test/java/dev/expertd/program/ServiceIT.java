package dev.expertd.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installed program as a service of a real systemd user manager, in a home with an awkward name. */
class ServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private PrivateSystemd systemd;

    @BeforeEach
    void login() throws Exception {
        home = Files.createDirectories(folder.toRealPath().resolve("home \"of\" 50% $x 'y'"));
        systemd = PrivateSystemd.of(home);
    }

    @AfterEach
    void logout() {
        if (systemd != null) {
            systemd.close();
        }
    }

    @Test
    void installedStoppedKilledUpgradedAndUninstalledItIsOneDaemonUnderSystemdAndThenNone() throws Exception {
        Set<String> before = tree();
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        Program.Result installed = install(PROJECT, repo.root().toString());
        assertThat(installed.out())
                .contains("service: systemd user unit " + unit() + " written")
                .contains("daemon: started as process")
                .contains("it starts when you log in and ends when you log out")
                .contains("daemon: running, it looks after this repository");
        String first = active();
        assertThat(systemd.unit("UnitFileState")).isEqualTo("enabled");
        assertThat(systemd.unit("ExecStart")).contains("/.local/bin/expertd daemon run --service");
        assertThat(systemd.unit("WorkingDirectory")).endsWith(state().toString());

        Program.Result again = expertd("service", "install");
        assertThat(again.out()).contains(unit() + " is up to date").contains("daemon: running as process " + first);
        assertThat(active()).isEqualTo(first);

        repo.write("app/service.py", "def create(params, tenant_id=\"owner\"):\n    return tenant_id\n");
        repo.commit("fix: create without a tenant\n\ncreate() crashed with a KeyError because batch jobs pass no"
                + " tenant_id. Default tenant_id to the owner of the job.\n");
        await().atMost(PATIENCE).until(() -> repo.expertiseText().contains("batch jobs pass no `tenant_id`"));

        systemd.run("kill", "-KILL", first);
        await().atMost(PATIENCE)
                .until(() -> isActive() && !systemd.unit("MainPID").equals(first));
        String second = active();

        assertThat(expertd("daemon", "stop").out()).contains("daemon: stopped");
        staysStopped();
        assertThat(expertd("service", "status").out()).contains("state: inactive", "`expertd daemon start` starts it");
        assertThat(expertd("daemon", "start").out())
                .contains("daemon: started as process")
                .doesNotContain("reboot");
        String third = active();
        assertThat(third).isNotEqualTo(second);
        systemd.run("kill", "-TERM", third);
        staysStopped();
        assertThat(expertd("daemon", "restart").out()).contains("daemon: started as process");
        String fourth = active();

        Path upgrade = upgrade();
        assertThat(install(upgrade).out())
                .contains("program: installed", unit() + " is up to date", "daemon: restarted");
        assertThat(active()).isNotEqualTo(fourth);
        assertThat(systemd.run("sh", "-c", "tr '\\0' '\\n' < /proc/" + active() + "/cmdline")
                        .out())
                .contains(programs().iterator().next());
        assertThat(programs()).hasSize(1);

        systemd.close(); // logged out, and in again
        systemd = PrivateSystemd.of(home);
        active();
        assertThat(expertd("status").out()).contains("daemon: running as process");

        assertThat(expertd("uninstall", "--purge").out())
                .contains("stopped: daemon", "removed: systemd user unit " + unit(), "removed: launcher");
        assertThat(systemd.unit("LoadState")).isEqualTo("not-found");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    @Tag("at-length")
    void crashesInARowAreSlowedDownAndToldAndAHandfulOfKillsIsNot() throws Exception {
        install(PROJECT);
        for (int i = 0; i < 3; i++) {
            String pid = active();
            systemd.run("kill", "-SEGV", pid);
            await().atMost(PATIENCE)
                    .until(() -> isActive() && !systemd.unit("MainPID").equals(pid) && runs());
        }
        assertThat(expertd("status").out())
                .contains(
                        "crashes: 3 in a row since ",
                        "Java crashed: SIGSEGV",
                        "waits until",
                        "`expertd daemon restart`");
        assertThat(expertd("service", "status").out()).contains("crashes: 3 in a row", "started again 3 times");
        assertThat(expertd("service", "status", "--json").out()).contains("\"times\":3");
        assertThat(Files.readString(state().resolve("daemon.log")))
                .contains("crashed 3 times in a row", "it waits 10 s");
        assertThat(expertd("daemon", "restart").out()).doesNotContain("crashed");
        assertThat(expertd("status").out()).doesNotContain("crashes:").contains("finds changes by watching");
    }

    @Test
    void aDaemonStartedByHandMakesRoomAndSettingsThatAreRefusedAreToldAtOnce() throws Exception {
        assertThat(install(PROJECT, "--no-service").out()).doesNotContain("service:");
        assertThat(expertd("daemon", "start").out()).contains("will not come back by itself after a reboot");
        assertThat(expertd("service", "status").out())
                .contains("service: plain process; `expertd service install` installs one");
        String plain = pidOf(expertd("service", "status").out());
        assertThat(expertd("service", "install").status()).isZero();
        assertThat(active()).isNotEqualTo(plain);

        Path settings = home.resolve(".config/expertd/config.yml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "swep-seconds: 3\n");
        Program.Result refused = expertd("daemon", "restart");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("the daemon did not start").contains("swep-seconds");
        Files.delete(settings);
        assertThat(expertd("daemon", "start").status()).isZero();
        active();

        assertThat(expertd("service", "uninstall").out()).contains("stopped: daemon", "removed: systemd user unit");
        assertThat(home.resolve(".config/systemd")).doesNotExist();
        assertThat(expertd("service", "uninstall").out()).contains("service: was not installed");
    }

    private Program.Result install(Path project, String... arguments) throws IOException {
        Files.setLastModifiedTime(project.resolve("target/expertd-all.jar"), FileTime.from(Instant.now()));
        Program.Result result = systemd.run(
                Stream.concat(Stream.of(project.resolve("install.sh").toString()), Stream.of(arguments))
                        .toArray(String[]::new));
        assertThat(result.status()).as(result.out() + result.err()).isZero();
        return result;
    }

    /** The project as it would be with another version of the program. */
    private Path upgrade() throws IOException {
        Path project = folder.resolve("upgrade");
        for (String file : List.of("install.sh", "pom.xml", "config.yml", "src/main/dist/expertd")) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.copy(PROJECT.resolve(file), project.resolve(file));
        }
        Files.createDirectories(project.resolve("hooks"));
        Path jar = Files.createDirectories(project.resolve("target")).resolve("expertd-all.jar");
        Files.copy(PROJECT.resolve("target/expertd-all.jar"), jar);
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Files.writeString(inside.getPath("/newer.txt"), "newer");
        }
        return project;
    }

    private Program.Result expertd(String... arguments) {
        return systemd.run(
                Stream.concat(Stream.of(launcher()), Stream.of(arguments)).toArray(String[]::new));
    }

    /** The process of the unit, as soon as it is ready. */
    private String active() {
        await().atMost(PATIENCE).until(() -> isActive() && runs());
        return systemd.unit("MainPID");
    }

    private boolean isActive() {
        return systemd.unit("ActiveState").equals("active");
    }

    private boolean runs() {
        return pidOf(expertd("service", "status").out()).equals(systemd.unit("MainPID"));
    }

    private void staysStopped() {
        await().atMost(PATIENCE).until(() -> systemd.unit("ActiveState").equals("inactive"));
        await().during(Duration.ofSeconds(7)) // longer than systemd waits before it starts something again
                .atMost(Duration.ofSeconds(30))
                .until(() -> systemd.unit("ActiveState").equals("inactive"));
    }

    private static String pidOf(String said) {
        return said.lines()
                .filter(line -> line.startsWith("daemon: running as process "))
                .map(line -> line.replaceFirst("^daemon: running as process ([0-9]+).*", "$1"))
                .findFirst()
                .orElse("none");
    }

    private Set<String> programs() throws IOException {
        try (Stream<Path> builds = Files.list(home.resolve(".local/share/expertd"))) {
            return new TreeSet<>(builds.map(Path::toString).toList());
        }
    }

    private Set<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return new TreeSet<>(files.map(file -> home.relativize(file).toString())
                    .filter(file -> !file.isEmpty())
                    .filter(file -> !Set.of(".local", ".local/bin", ".local/share", ".local/state", ".config")
                            .contains(file))
                    .toList());
        }
    }

    private String launcher() {
        return home.resolve(".local/bin/expertd").toString();
    }

    private Path state() {
        return home.resolve(".local/state/expertd");
    }

    private Path unit() {
        return home.resolve(".config/systemd/user/expertd.service");
    }
}
