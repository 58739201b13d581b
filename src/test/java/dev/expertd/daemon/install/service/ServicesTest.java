package dev.expertd.daemon.install.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.expertd.daemon.DaemonControl;
import dev.expertd.daemon.DaemonState;
import dev.expertd.daemon.life.LifeNotes;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is asked of service managers, and what becomes of their answers: scripts stand in for their commands and write
 * down how they are called. A real systemd has its own test; a real launchd was never asked.
 */
class ServicesTest {
    @TempDir
    Path folder;

    private Places places = new Places(Path.of(""), Path.of(""), Path.of(""));
    private Path home = Path.of("");
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void home() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        places = new Places(folder.resolve("config"), folder.resolve("state"), folder.resolve("data"));
        places.make();
        environment.put("HOME", home.toString());
        environment.put("PATH", Files.createDirectories(folder.resolve("bin")) + ":/usr/bin:/bin");
        environment.put("JAVA_HOME", "/opt/jdk");
    }

    @AfterEach
    void stop() throws Exception {
        new DaemonControl(places, environment).stop();
    }

    @Test
    void aManagerThatDoesNotAnswerIsNoServiceAndTheReasonIsItsOwn() throws Exception {
        script("systemctl", "echo 'Failed to connect to bus: No medium found' >&2; exit 1");
        assertThatThrownBy(() -> services("Linux").best().install())
                .isInstanceOf(ServiceRefused.class)
                .hasMessage("no systemd user manager answers (Failed to connect to bus: No medium found)");
        assertThat(home).isEmptyDirectory();
        assertThat(places.service()).doesNotExist();
    }

    @Test
    void aManagerOfAnotherHomeIsLeftAlone() throws Exception {
        script("systemctl", "echo HOME=/home/other");
        assertThatThrownBy(() -> services("Linux").best().install())
                .isInstanceOf(ServiceRefused.class)
                .hasMessage("the systemd user manager belongs to /home/other, not to " + home);
        assertThat(calls()).containsExactly("systemctl --user --no-pager --no-ask-password show-environment");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aUnitThatTheManagerDoesNotReadIsTakenAwayAgain() throws Exception {
        script(
                "systemctl",
                "case $4 in show-environment) echo HOME=" + home
                        + ";; --version) echo 'systemd 252 (252)';; show) echo FragmentPath=;; esac");
        assertThatThrownBy(() -> services("Linux").best().install())
                .isInstanceOf(ServiceRefused.class)
                .hasMessageStartingWith("the systemd user manager does not read " + unit());
        assertThat(home).isEmptyDirectory();
        assertThat(places.service()).doesNotExist();
    }

    @Test
    void aUnitThatSomebodyElseWroteIsNotTouched() throws Exception {
        script(
                "systemctl",
                "case $4 in show-environment) echo HOME=" + home + ";; --version) echo 'systemd 252 (252)';; esac");
        Files.createDirectories(unit().getParent());
        Files.writeString(unit(), "[Service]\nExecStart=/bin/true\n");
        assertThatThrownBy(() -> services("Linux").best().install())
                .isInstanceOf(IOException.class)
                .hasMessage(unit() + " was not written by expertd; move it away first");
        assertThat(unit()).hasContent("[Service]\nExecStart=/bin/true\n");
        assertThat(services("Linux").installed().name()).isEqualTo("plain process");
    }

    @Test
    void lingeringIsSwitchedOffOnlyByWhomItWasSwitchedOn() throws Exception {
        script("loginctl", "test $3 = show-user && echo Linger=no; exit 0");
        script("systemctl", "exit 1");
        Files.createDirectories(unit().getParent());
        Files.writeString(unit(), SystemdUnit.MARK + "\n");
        new ServiceRecord(unit(), Optional.of(home.resolve(".config")), false).write(places);
        assertThat(services("Linux").linger()).isTrue();
        assertThat(services("Linux").installed().uninstall())
                .containsExactly("lingering: off again", "removed: systemd user unit " + unit());
        String always = "loginctl --no-pager --no-ask-password ";
        String user = System.getProperty("user.name");
        assertThat(calls())
                .contains(always + "enable-linger " + user)
                .containsOnlyOnce(always + "disable-linger " + user);
        assertThat(home).isEmptyDirectory();

        script("loginctl", "echo Linger=yes");
        assertThat(services("Linux").linger()).isFalse();
        assertThat(new Linger(environment, places).off()).isFalse();
    }

    @Test
    void aUnitWhoseStateFolderIsGoneIsStillOurs() throws Exception {
        script("systemctl", "exit 1");
        Files.createDirectories(unit().getParent());
        Files.writeString(unit(), SystemdUnit.MARK + "\n");
        assertThat(services("Linux").installed().uninstall()).containsExactly("removed: systemd user unit " + unit());
    }

    @Test
    void theAgentIsBootstrappedKickedAndBootedOutAndNothingOfItIsLeft() throws Exception {
        script("launchctl", """
                case $1 in
                  bootstrap) %s & echo $! > loaded; exit 0 ;;
                  bootout) kill $(cat loaded); rm loaded ;;
                  print) test -f loaded ;;
                esac
                """.formatted(standIn()));
        Service agent = services("Mac OS X").best();
        Path file = home.resolve("Library/LaunchAgents/dev.expertd.plist");
        assertThat(agent.install()).containsExactly(file + " written");
        assertThat(file)
                .content()
                .contains("/opt/jdk", folder.resolve("launcher").toString());
        DaemonState first = agent.start();
        assertThat(services("Mac OS X").installed().standing().state()).isEqualTo("active");
        assertThat(agent.install()).containsExactly(file + " is up to date");
        assertThat(agent.start()).isEqualTo(first);
        assertThat(agent.restart().pid()).isNotEqualTo(first.pid());
        assertThat(agent.stop()).isTrue();
        assertThat(agent.stop()).isFalse();
        agent.start();
        assertThat(services("Mac OS X").installed().uninstall())
                .containsExactly("stopped: daemon", "removed: launchd agent " + file);
        assertThat(home).isEmptyDirectory();
        String label = "gui/" + Files.getAttribute(places.state(), "unix:uid");
        assertThat(calls())
                .contains("launchctl bootstrap " + label + " " + file, "launchctl bootout " + label + "/dev.expertd")
                .doesNotContain("launchctl kickstart " + label + "/dev.expertd");
    }

    @Test
    void fromABuildFolderAndOnWindowsThereIsNoService() {
        Services unlaunched = new Services(
                places, environment, "Linux", Optional.empty(), List.of(), new LifeNotes(places, Clock.systemUTC()));
        assertThatThrownBy(unlaunched::best)
                .isInstanceOf(ServiceRefused.class)
                .hasMessageContaining("./install.sh installs it");
        assertThat(services("Windows 11").areKnownHere()).isFalse();
        assertThat(services("Linux").areKnownHere()).isTrue();
    }

    @Test
    void aManagerThatHangsIsNotWaitedForForEver() throws Exception {
        script("hang", "exec sleep 60");
        Tool tool = Tool.find("hang", environment).orElseThrow();
        assertThatThrownBy(() -> tool.ask(Duration.ofMillis(200), "x"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("hang did not answer");
    }

    private Services services(String os) {
        return new Services(
                places,
                environment,
                os,
                Optional.of(folder.resolve("launcher")),
                List.of("/bin/false"),
                new LifeNotes(places, Clock.systemUTC()));
    }

    /** A daemon that only holds its lock. */
    private String standIn() {
        return String.join(
                " ",
                List.of(
                        "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp",
                        "'" + System.getProperty("java.class.path") + "'",
                        "'dev.expertd.daemon.DaemonControlTest$Stand' stay '" + places.config() + "' '" + places.state()
                                + "' daemon > said 2>&1"));
    }

    private void script(String name, String body) throws IOException {
        Path script = folder.resolve("bin").resolve(name);
        Files.writeString(
                script, "#!/bin/sh\ncd '" + folder + "' || exit 1\necho \"" + name + " $*\" >> calls\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private Path unit() {
        return home.resolve(".config/systemd/user/expertd.service");
    }
}
