package dev.expertd.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories whose author means harm: SECURITY.md says what each of these meets. */
class HostileRepositoriesIT {
    @TempDir
    Path folder;

    private Host host;
    private TestRepo repo;

    @BeforeEach
    void begin() {
        host = Host.in(folder);
        repo = host.repository("shop");
    }

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void anExpertiseFileThatLeadsOutOfTheWorkTreeIsNeitherReadNorWritten() throws Exception {
        Path bashrc = Files.writeString(host.home().resolve(".bashrc"), "### tips\n- a private line\n");
        Files.delete(repo.expertise());
        Files.createSymbolicLink(repo.expertise(), bashrc);
        repo.commit("Link the expertise file");
        Lesson lesson = Lesson.commit(repo, 1);
        Program.Result learned = host.run(repo.root(), "learn");
        assertThat(learned.status()).isLessThan(2);
        assertThat(bashrc).hasContent("### tips\n- a private line\n");
        assertThat(said(learned)).doesNotContain("private line");
        assertThat(host.run(repo.root(), "why", lesson.commit()).out()).doesNotContain("private line");
    }

    @Test
    void settingsThatPointOutsideAreRefusedWithTheirPlace() {
        for (String hostile : List.of(
                "experts: [{name: x, file: ../../home/.bashrc}]\n",
                "experts: [{name: x, file: /etc/passwd}]\n",
                "traces: [/dev/zero]\n",
                "traces: ['../*.json']\n")) {
            repo.write(".expertd.yml", hostile);
            Program.Result learned = host.run(repo.root(), "learn");
            assertThat(learned.status()).as(hostile).isEqualTo(1);
            assertThat(learned.err()).contains(".expertd.yml:1:").doesNotContain("root:");
        }
    }

    @Test
    void aTraceThatIsAPipeOrADeviceIsPassedOver() throws Exception {
        Lesson lesson = Lesson.commit(repo, 1);
        Commands.check(Commands.in(repo.root(), List.of("mkfifo", "trace_logs.json")));
        Files.createDirectories(repo.root().resolve("reports"));
        Files.createSymbolicLink(repo.root().resolve("reports/junit.xml"), Path.of("/dev/zero"));
        assertThat(host.run(repo.root(), "learn").status()).isZero();
        assertThat(repo.expertiseText()).contains(lesson.line());
        assertThat(host.run(repo.root(), "runs", "trace_logs.json", "reports/junit.xml", "--json")
                        .out()
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"outcome\":\"none\""));
    }

    @Test
    void namesAndMessagesMadeToBeRunOrShownAreText() throws Exception {
        Path mark = host.home().resolve("pwned");
        String command = "$(touch " + mark + ")`touch " + mark + "`;touch " + mark + ";";
        for (String name : List.of("a\nb.py", "\u001b[31mred.py", "$(touch pwned).py", "-rf.py", "\u202Egpj.py")) {
            repo.write("app/" + name, "def broken():\n    return 1\n");
        }
        Path message = Files.writeString(
                host.folder().resolve("message"),
                "fix: " + command + "\u001b[2J\n\n" + Lesson.message(1) + "\n" + "x".repeat(100_000) + "\n"
                        + command.repeat(2000));
        repo.git("add", "-A");
        repo.git("commit", "-q", "-F", message.toString());
        assertThat(host.run(repo.root(), "learn").status()).isZero();
        for (List<String> shown : List.of(
                List.of("log"),
                List.of("why", "HEAD"),
                List.of("report"),
                List.of("status"),
                List.of("route", "HEAD"))) {
            Program.Result result = host.run(repo.root(), shown.toArray(String[]::new));
            assertThat(said(result))
                    .as(shown.toString())
                    .doesNotContain("\u001b")
                    .doesNotContain("\u202E");
        }
        assertThat(repo.expertiseText().length()).isLessThan(4000);
        assertThat(mark).doesNotExist();
        assertThat(repo.root().resolve("pwned")).doesNotExist();
    }

    @Test
    void nothingIsRunButGitAndNoConnectionIsMade() throws Exception {
        assumeTrue(Commands.works("strace", "-V"), "strace is not installed");
        Lesson lesson = Lesson.commit(repo, 1);
        repo.write("trace_logs.json", MadeTrace.passing("r1", 5));
        Path calls = host.folder().resolve("calls");
        Program.Result traced = host.under(List.of(
                        "strace",
                        "-f",
                        "-qq",
                        "-s",
                        "200",
                        "-e",
                        "trace=execve,connect,bind,listen,sendto",
                        "-o",
                        calls.toString()))
                .run(repo.root(), "learn");
        assumeTrue(Files.exists(calls) && !traced.err().contains("ptrace"), "this system lets nobody trace");
        assertThat(traced.status()).as(traced.err()).isZero();
        assertThat(repo.expertiseText()).contains(lesson.line());
        List<String> run = Files.readAllLines(calls, UTF_8).stream()
                .filter(line -> line.contains(" execve(") && line.endsWith("= 0"))
                .toList();
        assertThat(run).isNotEmpty().allMatch(line -> line.matches(".* execve\\(\"[^\"]*/(java|git|jspawnhelper)\".*"));
        assertThat(Files.readAllLines(calls, UTF_8)).noneMatch(line -> line.contains("AF_INET"));
    }

    @Test
    void whatIsKeptIsReadableByTheUserAlone() throws Exception {
        Lesson.commit(repo, 1);
        host.start();
        host.awaitLine(repo, Lesson.line(1));
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.walk(host.state())) {
            for (Path each : all.toList()) {
                String mode = mode(each);
                if (!mode.endsWith("------")) {
                    open.add(each + " " + mode);
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(mode(host.state())).isEqualTo("rwx------");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static String said(Program.Result result) {
        return result.out() + result.err();
    }
}
