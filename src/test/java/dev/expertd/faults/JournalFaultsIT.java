package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon whose journal is damaged or cannot be written waits, says so, and goes on by itself when it is mended. */
class JournalFaultsIT {
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
    void aDamagedJournalIsToldOnceAndRestoredWithoutARestartAndNothingIsDoubled() throws Exception {
        host.start();
        Lesson first = Lesson.commit(repo, 1);
        host.awaitLine(repo, first.line());
        assertThat(host.run(repo.root(), "journal", "backup").status()).isZero();
        host.stop();
        damage();

        host.start();
        Lesson missed = Lesson.commit(repo, 2);
        host.awaitSaying(() -> assertThat(host.run(repo.root(), "status").out())
                .contains("problem: journal: ")
                .contains("`expertd doctor --fix`"));
        assertThat(host.log().lines().filter(line -> line.contains("is damaged")))
                .hasSize(1);
        assertThat(Host.linesWith(repo, missed.line())).isZero();

        Program.Result fixed = host.run(repo.root(), "doctor", "--fix");
        assertThat(fixed.out()).as(fixed.err()).contains("restored from ");
        host.awaitSaying(() -> assertThat(host.log()).contains("the journal can be used again"));
        Lesson later = Lesson.commit(repo, 3);
        host.awaitLine(repo, later.line());
        assertThat(Host.linesWith(repo, first.line())).isEqualTo(1);
        assertThat(Host.linesWith(repo, missed.line())).isZero();
        assertThat(host.run(repo.root(), "why", missed.commit()).out()).contains("before the journal was restored");
        assertThat(host.status(repo.root()).get("general_problems")).isEmpty();
    }

    @Test
    void aDaemonOnAFullDiskSaysSoAndGoesOnWhenThereIsRoom() throws Exception {
        Path copy = host.folder().resolve("copy");
        Path seen = Files.createDirectories(host.folder().resolve("seen"));
        Commands.check(new ProcessBuilder("cp", "-a", host.state().toString(), copy.toString()));
        Files.writeString(seen.resolve("message"), Lesson.message(1));
        List<String> more = new ArrayList<>(
                List.of(copy.toString(), seen.toString(), repo.expertise().toString(), Lesson.line(1)));
        more.addAll(host.builder(repo.root()).command());
        List<String> script = Namespace.with("""
                disk=$1 copy=$2 seen=$3 file=$4 line=$5; shift 5
                mount -t tmpfs -o size=8m tmpfs "$disk" && cp -a "$copy/." "$disk" || exit 9
                "$@" daemon run >"$seen/log" 2>&1 & daemon=$!
                n=0; until grep -q "runs as process" "$seen/log" || [ $n -gt 300 ]; do sleep 0.2; n=$((n + 1)); done
                "$@" learn >"$seen/learn" 2>&1 || exit 8
                dd if=/dev/zero of="$disk/full" bs=1k 2>/dev/null
                git commit -q --allow-empty -F "$seen/message" || exit 6
                n=0; until "$@" status >"$seen/status" 2>&1; grep -q "problem: .*disk" "$seen/status" || [ $n -gt 100 ]
                do sleep 0.2; n=$((n + 1)); done
                kill -0 $daemon || exit 5
                rm "$disk/full"
                n=0; until grep -qF "$line" "$file" || [ $n -gt 400 ]; do sleep 0.2; n=$((n + 1)); done
                kill $daemon; wait $daemon
                exit 0
                """, host.state(), more);
        ProcessBuilder builder = Commands.in(repo.root(), script);
        builder.environment().put("HOME", host.home().toString());
        Program.Result result = Commands.run(builder, Duration.ofMinutes(4));
        String log = Files.readString(seen.resolve("log"));
        assertThat(result.status()).as(result.err() + log).isZero();
        assertThat(Files.readString(seen.resolve("status")))
                .contains("problem: ")
                .containsIgnoringCase("disk");
        assertThat(Host.linesWith(repo, Lesson.line(1))).as(log).isEqualTo(1);
    }

    private void damage() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(host.state().resolve("journal.db").toFile(), "rw")) {
            file.seek(4096);
            file.write(new byte[4096 * 6]);
        }
    }
}
