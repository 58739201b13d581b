package dev.expertd.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 35 to 38: expertise files that others write too, that are peculiar, that cannot be written, or not now. */
class FileFaultsIT {
    private static final int EDITS = 8;
    private static final int LESSONS = 5;

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void begin() {
        host = Host.in(folder).set("learning: {per-day: 100}\n");
    }

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void noLineOfAnEditorIsLostBesideOursWhateverItsManner() throws Exception {
        Map<Editor, TestRepo> repos = new EnumMap<>(Editor.class);
        for (Editor editor : Editor.values()) {
            repos.put(editor, host.repository(editor.name()));
        }
        host.start();
        List<CompletableFuture<Void>> editing = new ArrayList<>();
        repos.forEach((editor, repo) -> editing.add(CompletableFuture.runAsync(() -> edit(editor, repo))));
        for (int lesson = 0; lesson < LESSONS; lesson++) {
            for (TestRepo repo : repos.values()) {
                repo.git("commit", "-q", "--allow-empty", "-m", Lesson.message(lesson));
            }
            TimeUnit.SECONDS.sleep(2);
        }
        CompletableFuture.allOf(editing.toArray(CompletableFuture[]::new)).get(2, TimeUnit.MINUTES);
        for (int lesson = 0; lesson < LESSONS; lesson++) {
            host.awaitLine(repos.get(Editor.APPENDING), Lesson.line(lesson));
        }
        repos.forEach((editor, repo) -> {
            host.awaitSaying(() -> {
                assertThat(host.status(repo.root()).get("waiting")).isEmpty();
                for (int edit = 0; edit < EDITS; edit++) {
                    assertThat(repo.expertiseText().lines()).as("%s", editor).containsOnlyOnce(line(editor, edit));
                }
            });
            for (int lesson = 0; lesson < LESSONS; lesson++) {
                assertThat(Host.linesWith(repo, Lesson.line(lesson))).isLessThanOrEqualTo(1);
            }
            host.assertNoStrayFiles(repo);
        });
    }

    private static void edit(Editor editor, TestRepo repo) {
        Random random = new Random(editor.name().hashCode());
        try {
            for (int edit = 0; edit < EDITS; edit++) {
                Editor.pause(random, 1600);
                editor.add(repo.expertise(), line(editor, edit), random);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Editor editor, int edit) {
        return "- line " + edit + " of somebody " + editor;
    }

    @Test
    void whatIsPeculiarAboutAFileIsKeptOrTheFileIsLeftAloneAndThatIsSaid() throws Exception {
        TestRepo repo = TestRepo.in(host.folder().resolve("shop"));
        OtherUser.own(host.folder());
        host.under(OtherUser.prefix()).enrol(repo);
        host.start();
        Path file = repo.expertise();

        Files.writeString(file, repo.expertiseText().replace("\n", "\r\n"));
        learned(repo, 1);
        assertThat(repo.expertiseText().replace("\r\n", "")).doesNotContain("\n", "\r");

        Files.writeString(file, "\uFEFF" + repo.expertiseText());
        learned(repo, 2);
        assertThat(repo.expertiseText()).startsWith("\uFEFF---").doesNotMatch("(?s)..*\uFEFF.*");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(
                file,
                repo.expertiseText().replace("\uFEFF", "").replace("\r", "").stripTrailing());
        learned(repo, 3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(repo.expertiseText()).doesNotEndWith("\n");

        Path target = Files.move(file, repo.root().resolve("app/real.md"));
        Files.createSymbolicLink(file, file.getParent().relativize(target));
        learned(repo, 4);
        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(target)).contains(Lesson.line(4));
        Files.move(target, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        Path other = Files.createLink(repo.root().resolve("other.md"), file);
        leftAlone(repo, 5, "hard links");
        assertThat(Files.isSameFile(file, other)).isTrue();
        Files.delete(other);
        host.awaitLine(repo, Lesson.line(5));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        leftAlone(repo, 6, "read-only");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        host.awaitLine(repo, Lesson.line(6));

        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
        leftAlone(repo, 7, "its folder is read-only");
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        host.awaitLine(repo, Lesson.line(7));
        for (int lesson = 1; lesson <= 7; lesson++) {
            assertThat(Host.linesWith(repo, Lesson.line(lesson))).isEqualTo(1);
        }
        host.assertNoStrayFiles(repo);
    }

    private void learned(TestRepo repo, int number) {
        host.awaitLine(repo, Lesson.commit(host, repo, number).line());
    }

    private void leftAlone(TestRepo repo, int number, String reason) throws IOException {
        byte[] before = Files.readAllBytes(repo.expertise());
        Lesson.commit(host, repo, number);
        host.awaitSaying(() ->
                assertThat(host.status(repo.root()).get("waiting").toString()).contains(reason));
        assertThat(Files.readAllBytes(repo.expertise())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporary-written", "after-rename"})
    void killedWhileReplacingTheFileItIsOldOrNewAndNothingIsLeftBehind(String place) throws Exception {
        TestRepo repo = host.repository("shop");
        String before = repo.expertiseText();
        Lesson lesson = Lesson.commit(repo, 1);
        assertThat(host.with("EXPERTD_FAILPOINT", place)
                        .run(repo.root(), "learn")
                        .status())
                .isEqualTo(137);
        assertThat(repo.expertiseText()
                        .replaceAll("(?m)^.*" + lesson.line() + ".*\n", "")
                        .replaceAll("last_updated.*", ""))
                .isEqualTo(before.replaceAll("last_updated.*", ""));
        host.with("EXPERTD_FAILPOINT", "").start();
        host.awaitLine(repo, lesson.line());
        host.awaitSaying(() -> host.assertNoStrayFiles(repo));
        assertThat(host.commitsIn(host.acts(repo))).containsOnlyOnce(lesson.commit());
    }

    @Tag("at-length")
    @ParameterizedTest
    @ValueSource(strings = {"temporary-begun", "before-rename"})
    void killedAtTheOtherStepsOfReplacingItIsTheSame(String place) throws Exception {
        killedWhileReplacingTheFileItIsOldOrNewAndNothingIsLeftBehind(place);
    }

    @Test
    void whereNoFileMayGrowNothingIsHarmedAndLaterEverythingIsDone() throws Exception {
        TestRepo repo = TestRepo.in(host.folder().resolve("shop"));
        OtherUser.own(host.folder());
        List<String> other = OtherUser.prefix();
        host.under(other).enrol(repo);
        byte[] before = Files.readAllBytes(repo.expertise());
        Lesson lesson = Lesson.commit(host, repo, 1);
        List<String> limited = new ArrayList<>(other);
        limited.addAll(List.of("sh", "-c", "ulimit -f 1; exec \"$@\"", "sh"));
        Program.Result result = host.under(limited).run(repo.root(), "learn");
        assertThat(result.status()).as(result.err()).isEqualTo(1);
        assertThat(result.err().lines().filter(line -> line.startsWith("expertd: ")))
                .hasSize(1);
        assertThat(Files.readAllBytes(repo.expertise())).isEqualTo(before);
        host.assertNoStrayFiles(repo);
        host.under(other).start();
        host.awaitLine(repo, lesson.line());
        assertThat(host.commitsIn(host.acts(repo))).containsOnlyOnce(lesson.commit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "home/.local/state/expertd"})
    void onAFullDiskTheOldFileStaysAndTheLineComesWhenThereIsRoom(String disk) throws Exception {
        TestRepo repo = host.repository("shop");
        byte[] before = Files.readAllBytes(repo.expertise());
        Lesson lesson = Lesson.commit(repo, 1);
        Path full = host.folder().resolve(disk);
        Path copy = host.folder().resolve("copy");
        Commands.check(new ProcessBuilder("cp", "-a", full.toString(), copy.toString()));
        Path seen = Files.createDirectories(host.folder().resolve("seen"));
        List<String> more = new ArrayList<>(
                List.of(copy.toString(), seen.toString(), repo.expertise().toString()));
        more.addAll(host.builder(repo.root(), "learn").command());
        ProcessBuilder builder = host.builder(host.folder(), "learn").command(Namespace.with("""
                disk=$1 copy=$2 seen=$3 file=$4; shift 4; folder=${file%/*}
                mount -t tmpfs -o size=8m tmpfs "$disk" && cp -a "$copy/." "$disk" || exit 9
                dd if=/dev/zero of="$disk/full" bs=1k 2>/dev/null
                cd "$folder" || exit 9
                "$@" >"$seen/out" 2>"$seen/err"; echo $? >"$seen/status"
                cp "$file" "$seen/during.md"; ls -A "$folder" >"$seen/during"
                rm "$disk/full"
                "$@" >"$seen/later" 2>&1 || exit 8
                cp "$file" "$seen/after.md"; ls -A "$folder" >"$seen/after"
                """, full, more));
        assertThat(Commands.run(builder, Duration.ofMinutes(2))).isEqualTo(new Program.Result(0, "", ""));
        assertThat(Files.readAllBytes(seen.resolve("during.md"))).isEqualTo(before);
        assertThat(Files.readString(seen.resolve("out")) + Files.readString(seen.resolve("err")))
                .containsIgnoringCase("disk");
        assertThat(Files.readString(seen.resolve("after.md")).split(lesson.line(), -1))
                .hasSize(2);
        assertThat(seen.resolve("during")).hasContent("expertise.md");
        assertThat(seen.resolve("after")).hasContent("expertise.md");
    }

    @Test
    void conflictMarkersAndAMergeThatWasLeftHoldTheLineBackUntilTheyAreGone() throws Exception {
        TestRepo repo = host.repository("shop");
        host.start();
        String text = repo.expertiseText();
        String marked = text.replace("### tips\n", "### tips\n<<<<<<< HEAD\n- mine\n=======\n- theirs\n>>>>>>> side\n");
        Files.write(repo.expertise(), marked.getBytes(UTF_8));
        Lesson first = Lesson.commitDuring(repo, 1);
        host.awaitSaying(() -> assertThat(host.run(repo.root(), "status").out()).contains("conflict"));
        assertThat(repo.expertiseText()).isEqualTo(marked);
        Files.writeString(repo.expertise(), text);
        host.awaitLine(repo, first.line());

        Files.writeString(repo.root().resolve(".git/MERGE_HEAD"), first.commit() + "\n");
        String before = repo.expertiseText();
        Lesson second = Lesson.commitDuring(repo, 2);
        host.awaitSaying(
                () -> assertThat(host.run(repo.root(), "status").out()).contains("git is in the middle of a merge"));
        assertThat(repo.expertiseText()).isEqualTo(before);
        Files.delete(repo.root().resolve(".git/MERGE_HEAD"));
        host.awaitLine(repo, second.line());
        host.awaitTakenUp(repo, List.of(first.commit(), second.commit()));
    }
}
