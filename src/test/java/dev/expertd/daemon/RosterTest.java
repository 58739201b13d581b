package dev.expertd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.daemon.install.EnrolmentFile;
import dev.expertd.io.Places;
import dev.expertd.io.RepositoryId;
import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {
    @TempDir
    Path folder;

    private Places places = new Places(Path.of(""), Path.of(""), Path.of(""));
    private Path root = Path.of("");
    private Path spool = Path.of("");

    @BeforeEach
    void repository() throws Exception {
        Path real = folder.toRealPath();
        places = new Places(real.resolve("config"), real.resolve("state"), real.resolve("data"));
        root = real.resolve("shop");
        TestRepo.in(root);
        spool = places.spool(RepositoryId.of(root.resolve(".git")));
        new EnrolmentFile(places).add(root);
    }

    @Test
    void everyWorktreeOfAnEnrolledRepositoryIsLookedAfter() throws Exception {
        TestRepo shop = TestRepo.bare(root);
        Roster roster = new Roster(places);
        assertThat(roster.get()).isEqualTo(Map.of(root, spool));
        shop.git("worktree", "add", "-q", "../side");
        Path side = root.resolveSibling("side");
        assertThat(roster.get()).isEqualTo(Map.of(root, spool, side, spool));
        shop.git("worktree", "move", "../side", "../moved");
        assertThat(roster.get()).isEqualTo(Map.of(root, spool, root.resolveSibling("moved"), spool));
        shop.git("worktree", "remove", "../moved");
        assertThat(roster.get()).isEqualTo(Map.of(root, spool));
    }

    @Test
    void enrollingAndLeavingNeedNoRestart() throws Exception {
        Roster roster = new Roster(places);
        assertThat(roster.get()).hasSize(1);
        TestRepo other = TestRepo.in(root.resolveSibling("other"));
        assertThat(new EnrolmentFile(places).add(other.root())).isTrue();
        assertThat(new EnrolmentFile(places).add(other.root())).isFalse();
        assertThat(roster.get()).containsKeys(root, other.root()).hasSize(2);
        assertThat(new EnrolmentFile(places).remove(root)).isTrue();
        assertThat(roster.get()).containsOnlyKeys(other.root());
        assertThat(new EnrolmentFile(places).list()).containsExactly(other.root());
    }

    @Test
    void settingsWithMistakesLeaveTheListAsItWas() throws Exception {
        Roster roster = new Roster(places);
        assertThat(roster.get()).hasSize(1);
        Files.writeString(places.userSettings(), "repositories: maybe\n");
        assertThat(roster.get()).hasSize(1);
        Files.writeString(places.userSettings(), "");
        assertThat(roster.get()).isEmpty();
    }

    @Test
    void aRepositoryThatIsGoneComesBackWhenItDoes() throws Exception {
        Roster roster = new Roster(places);
        Path away = root.resolveSibling("away");
        assertThat(roster.get()).hasSize(1);
        Files.move(root, away);
        assertThat(roster.get()).isEmpty();
        Files.move(away, root);
        assertThat(roster.get()).isEqualTo(Map.of(root, spool));
    }

    @Test
    void aLinkedSettingsFileStaysALink() throws Exception {
        Path dotfiles = Files.move(places.userSettings(), folder.resolve("dotfiles.yml"));
        Files.createSymbolicLink(places.userSettings(), dotfiles);
        new EnrolmentFile(places).remove(root);
        assertThat(Files.isSymbolicLink(places.userSettings())).isTrue();
        assertThat(dotfiles).content().isEqualTo("repositories: []\n");
    }
}
