package dev.expertd.daemon.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What installing and uninstalling leave behind, beside hooks of other tools. */
class HooksTest {
    private static final String FOREIGN = "#!/bin/sh\necho ran \"$@\" >> \"$PWD/ran.txt\"\nexit 3\n";

    private static final GitVersion OLD = new GitVersion(2, 53);

    @TempDir
    Path folder;

    private TestRepo repo;
    private Path spool;
    private Path hook;
    private Path previous;

    @BeforeEach
    void repository() throws Exception {
        repo = TestRepo.in(folder.resolve("shop"));
        spool = Files.createDirectories(folder.resolve("state")).resolve("shop");
        hook = repo.root().resolve(".git/hooks/post-commit");
        previous = repo.root().resolve(".git/hooks/post-commit.expertd-prev");
        Files.deleteIfExists(hook);
    }

    @Test
    void installingTwiceChangesNothingAndUninstallingLeavesNothing() throws Exception {
        List<Path> before = hookFiles();
        assertThat(hooks().install()).allMatch(Hooks.State::installed).hasSize(Hooks.NAMES.size());
        byte[] first = Files.readAllBytes(hook);
        assertThat(hooks().install()).extracting(Hooks.State::words).containsOnly("installed");
        assertThat(Files.readAllBytes(hook)).isEqualTo(first);
        assertThat(hookFiles()).hasSize(before.size() + Hooks.NAMES.size());
        assertThat(hooks().uninstall()).extracting(Hooks.State::words).containsOnly("removed");
        assertThat(hooks().uninstall()).extracting(Hooks.State::words).containsOnly("was not installed");
        assertThat(hookFiles()).isEqualTo(before);
    }

    @Test
    void aHookThatWasThereRunsFirstAndComesBack() throws Exception {
        foreign(hook);
        assertThat(hooks().install())
                .first()
                .extracting(Hooks.State::words)
                .asString()
                .contains("in front of");
        hooks().install();
        repo.git("commit", "-q", "--allow-empty", "-m", "x");
        assertThat(repo.root().resolve("ran.txt")).hasContent("ran");
        assertThat(spool).content().hasLineCount(1);
        hooks().uninstall();
        assertThat(Files.readString(hook)).isEqualTo(FOREIGN);
        assertThat(Files.isExecutable(hook)).isTrue();
        assertThat(previous).doesNotExist();
    }

    @Test
    void aHookOfAnEarlierInstallationIsReplacedAndAChangedOneIsNot() throws Exception {
        new Hooks(
                        repo.root().resolve(".git/hooks"),
                        repo.root(),
                        repo.root().resolve(".git"),
                        folder.resolve("elsewhere/shop"),
                        () -> OLD)
                .install();
        hooks().install();
        assertThat(hook).content().contains(spool.toString());
        Files.writeString(hook, Files.readString(hook) + "echo mine\n");
        assertThat(hooks().install())
                .first()
                .extracting(Hooks.State::words)
                .isEqualTo("installed, and changed by hand: left as it is");
        assertThat(hooks().uninstall())
                .first()
                .extracting(Hooks.State::words)
                .asString()
                .contains("remove " + hook);
        assertThat(hook).content().endsWith("echo mine\n");
    }

    @Test
    void ourHookCopiedOverThePreviousOneNeitherRecursesNorComesBack() throws Exception {
        hooks().install();
        Files.copy(hook, previous);
        repo.git("commit", "-q", "--allow-empty", "-m", "x");
        assertThat(spool).content().hasLineCount(2);
        hooks().uninstall();
        assertThat(hook).doesNotExist();
        assertThat(previous).doesNotExist();
        hooks().install();
        Files.copy(hook, previous);
        Files.delete(hook);
        foreign(hook);
        assertThat(hooks().install()).first().extracting(Hooks.State::installed).isEqualTo(true);
        assertThat(Files.readString(previous)).isEqualTo(FOREIGN);
    }

    @Test
    void aToolThatCallsOursBackDoesNotGoRoundInCircles() throws Exception {
        hooks().install();
        Files.move(hook, hook.resolveSibling("post-commit.legacy"));
        write(previous, "#!/bin/sh\necho ran >> ran.txt\n\"${0%/*}/post-commit.legacy\"\n");
        Files.copy(previous, hook);
        repo.git("commit", "-q", "--allow-empty", "-m", "x");
        assertThat(repo.root().resolve("ran.txt")).content().hasLineCount(2);
    }

    @Test
    void aLinkIsKeptAsALink() throws Exception {
        Path target = folder.resolve("one hook for all");
        foreign(target);
        Files.createDirectories(hook.getParent());
        Files.createSymbolicLink(hook, target);
        hooks().install();
        repo.git("commit", "-q", "--allow-empty", "-m", "x");
        assertThat(repo.root().resolve("ran.txt")).exists();
        assertThat(Files.readString(target)).isEqualTo(FOREIGN);
        hooks().uninstall();
        assertThat(Files.readSymbolicLink(hook)).isEqualTo(target);
        Files.delete(hook);
        hooks().install();
        Path elsewhere = folder.resolve("copy");
        Files.copy(hook, elsewhere);
        Path merge = hook.resolveSibling("post-merge");
        Files.delete(merge);
        Files.createSymbolicLink(merge, elsewhere);
        assertThat(hooks().install())
                .filteredOn(state -> state.hook().equals("post-merge"))
                .first()
                .satisfies(state -> {
                    assertThat(state.installed()).isFalse();
                    assertThat(state.words()).contains("is a link to a hook of expertd");
                });
    }

    @Test
    void aHookThatIsALinkToAnotherOneIsLeftAsItIsAndHintsThroughThat() throws Exception {
        foreign(hook);
        Path merge = hook.resolveSibling("post-merge");
        Files.deleteIfExists(merge);
        Files.createSymbolicLink(merge, Path.of("post-commit"));
        assertThat(hooks().install()).allMatch(Hooks.State::installed);
        assertThat(hooks().status())
                .filteredOn(state -> state.hook().equals("post-merge"))
                .extracting(Hooks.State::words)
                .containsExactly("installed: a link to post-commit, where the hook of expertd stands");

        hooks().uninstall();
        assertThat(Files.readSymbolicLink(merge)).isEqualTo(Path.of("post-commit"));
        assertThat(Files.readString(merge)).isEqualTo(FOREIGN);
    }

    @Test
    void aFolderThatWasMadeForHooksGoesWithThem() throws Exception {
        Path hooks = hook.resolveSibling(".").normalize();
        for (Path each : hookFiles()) {
            Files.delete(hooks.resolve(each));
        }
        Files.delete(hooks);
        hooks().install();
        hooks().uninstall();
        assertThat(hooks).doesNotExist();

        hooks().install();
        foreign(hooks.resolve("pre-push"));
        hooks().uninstall();
        assertThat(hookFiles()).hasSize(1);
    }

    /** Overcommit links every hook to one program, which tells by the name that it is called by which one it is. */
    @Test
    void hooksThatAreLinksToOneProgramRunUnderTheirOwnNamesAndComeBackAsLinks() throws Exception {
        Path program = hook.resolveSibling("overcommit-hook");
        String text = "#!/bin/sh\necho \"${0##*/} $*\" >> \"$PWD/ran.txt\"\n";
        write(program, text);
        Map<String, Path> links = Map.of(
                "post-commit", Path.of("overcommit-hook"),
                "post-merge", program,
                "post-rewrite", Path.of("../hooks/./overcommit-hook"),
                "post-applypatch", Path.of("gone/nowhere"));
        for (Map.Entry<String, Path> link : links.entrySet()) {
            Files.createSymbolicLink(hook.resolveSibling(link.getKey()), link.getValue());
        }
        List<Path> before = hookFiles();
        assertThat(hooks().install()).extracting(Hooks.State::how).containsOnly(Hooks.How.CHAINED);
        assertThat(hooks().install()).extracting(Hooks.State::how).containsOnly(Hooks.How.CHAINED);
        assertThat(program).hasContent(text);
        repo.git("commit", "-q", "--allow-empty", "--amend", "-m", "x");
        assertThat(repo.root().resolve("ran.txt")).hasContent("post-commit \npost-rewrite amend");
        assertThat(spool).content().hasLineCount(2);
        assertThat(hooks().uninstall()).extracting(Hooks.State::words).containsOnly("removed");
        assertThat(hookFiles()).isEqualTo(before);
        for (Map.Entry<String, Path> link : links.entrySet()) {
            assertThat(Files.readSymbolicLink(hook.resolveSibling(link.getKey())))
                    .isEqualTo(link.getValue());
        }
        assertThat(program).hasContent(text);
    }

    @Test
    void aHookThatWasPutAsideBeforeAKillIsChainedByTheNextInstallation() throws Exception {
        foreign(hook);
        foreign(hook.resolveSibling("program"));
        Files.createLink(previous, hook);
        Path merge = hook.resolveSibling("post-merge");
        Files.createSymbolicLink(merge, Path.of("program"));
        Files.createSymbolicLink(merge.resolveSibling("post-merge.expertd-prev"), Path.of("program"));
        assertThat(hooks().install())
                .filteredOn(Hooks.State::installed)
                .hasSize(Hooks.NAMES.size())
                .filteredOn(state -> state.how() == Hooks.How.CHAINED)
                .hasSize(2);
        hooks().uninstall();
        assertThat(Files.readString(hook)).isEqualTo(FOREIGN);
        assertThat(previous).doesNotExist();
        assertThat(Files.readSymbolicLink(merge)).isEqualTo(Path.of("program"));
    }

    @Test
    void whatCannotBeInstalledWholeIsNotBegun() throws Exception {
        foreign(hook);
        Files.createDirectories(hook.resolveSibling("post-rewrite.expertd-new/not empty"));
        List<Path> before = hookFiles();
        assertThatThrownBy(() -> hooks().install())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no hook can be installed")
                .message()
                .hasLineCount(1);
        assertThat(hookFiles()).isEqualTo(before);
        assertThat(Files.readString(hook)).isEqualTo(FOREIGN);
    }

    @Test
    void noHookIsTakenOutOfAFolderOfOthers() throws Exception {
        Path shared = folder.resolve("everybody's");
        hooks().install();
        Files.move(
                hook.resolveSibling(".").normalize(), shared); // somebody made the repository's own folder everybody's
        repo.git("config", "core.hooksPath", shared.toString());
        assertThat(hooks().uninstall())
                .extracting(Hooks.State::words)
                .allMatch(words -> words.contains("others share"));
        assertThat(shared.resolve("post-commit")).exists();
        Files.createSymbolicLink(repo.root().resolve(".git/hooks"), shared);
        repo.git("config", "--unset", "core.hooksPath");
        hooks().uninstall();
        assertThat(shared.resolve("post-commit")).exists();
    }

    @Test
    void aPreviousHookInTheWayIsNotOverwritten() throws Exception {
        foreign(hook);
        Files.writeString(previous, "somebody's");
        assertThat(hooks().install()).first().satisfies(state -> {
            assertThat(state.installed()).isFalse();
            assertThat(state.words()).contains(previous + " is in the way");
        });
        assertThat(Files.readString(hook)).isEqualTo(FOREIGN);
        assertThat(Files.readString(previous)).isEqualTo("somebody's");
    }

    /** pre-commit renames what it finds to {@code .legacy} and runs it; lefthook renames to {@code .old}. */
    @Test
    void aToolThatPutOursAsideAndTheOriginalAreBothBackInEitherOrder() throws Exception {
        Path legacy = hook.resolveSibling("post-commit.legacy");
        String tool = "#!/bin/sh\n\"$0.legacy\" \"$@\"\n";
        for (boolean oursFirst : new boolean[] {true, false}) {
            foreign(hook);
            hooks().install();
            Files.move(hook, legacy);
            write(hook, tool);
            assertThat(hooks().install())
                    .first()
                    .extracting(Hooks.State::words)
                    .isEqualTo("installed behind the hook of another tool");
            Files.deleteIfExists(spool);
            Files.deleteIfExists(repo.root().resolve("ran.txt"));
            repo.git("commit", "-q", "--allow-empty", "-m", "x");
            assertThat(spool).content().hasLineCount(1);
            assertThat(repo.root().resolve("ran.txt")).exists();
            if (oursFirst) {
                hooks().uninstall();
                assertThat(Files.readString(hook)).isEqualTo(tool);
                Files.move(legacy, hook, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(legacy, hook, StandardCopyOption.REPLACE_EXISTING);
                hooks().uninstall();
            }
            assertThat(Files.readString(hook)).isEqualTo(FOREIGN);
            assertThat(previous).doesNotExist();
            assertThat(legacy).doesNotExist();
            Files.delete(hook);
        }
    }

    @Test
    void aSharedOrTrackedFolderOfHooksIsLeftAloneAndOursIsFoundWhenItLeadsElsewhere() throws Exception {
        hooks().install();
        repo.git("config", "core.hooksPath", ".husky");
        assertThat(hooks().install()).allSatisfy(state -> {
            assertThat(state.installed()).isFalse();
            assertThat(state.words()).contains("core.hooksPath");
        });
        assertThat(repo.root().resolve(".husky")).doesNotExist();
        repo.git("config", "core.hooksPath", folder.resolve("everybody's").toString());
        assertThat(hooks().install())
                .first()
                .extracting(Hooks.State::words)
                .asString()
                .contains("shared folder");
        assertThat(folder.resolve("everybody's")).doesNotExist();
        hooks().uninstall();
        assertThat(hook).doesNotExist();
    }

    @Test
    void aFolderOfHooksThatIsALinkIntoTheWorkTreeIsTracked() throws Exception {
        Path real = Files.createDirectories(repo.root().resolve("githooks"));
        Path own = repo.root().resolve(".git/hooks");
        if (Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
            try (var files = Files.list(own)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(own);
        }
        Files.createSymbolicLink(own, real);
        assertThat(hooks().install()).noneMatch(Hooks.State::installed);
        assertThat(real).isEmptyDirectory();
    }

    private void foreign(Path file) throws Exception {
        write(file, FOREIGN);
    }

    private static void write(Path file, String script) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private List<Path> hookFiles() throws Exception {
        Files.createDirectories(hook.getParent());
        try (var files = Files.list(hook.getParent())) {
            return files.sorted().toList();
        }
    }

    private Hooks hooks() throws Exception {
        Path common = repo.root().resolve(".git");
        return new Hooks(HooksFolder.of(repo.root(), common), repo.root(), common, spool, () -> OLD);
    }
}
