package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.git.GitFixture;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.model.Expert;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutedHistoryTest {
    private static final String EXPERTS = ".claude/commands/experts/";

    @TempDir
    private Path folder;

    private GitFixture repo;

    @BeforeEach
    void init() {
        repo = GitFixture.init(folder.resolve("repo"));
    }

    private List<RoutedCommit> routed(String tip, List<String> without, long limit) {
        List<RoutedCommit> all = new ArrayList<>();
        try (GitReader git = GitReaders.open(repo.root())) {
            new RoutedHistory(git, List.of(), List.of()).each(tip, without, limit, all::add);
        }
        return all;
    }

    private static String primary(RoutedCommit routed) {
        return routed.routing().primary().map(Expert::name).orElse("nobody");
    }

    @Test
    void eachCommitIsJudgedWithTheFilesAsTheyStoodAtIt() {
        String before =
                repo.commit("root").with("a.py", "1\n").with("b.py", "1\n").id();
        repo.commit("experts")
                .with(EXPERTS + "one/expertise.md", "| `a.py` |\n")
                .with(EXPERTS + "two/expertise.md", "| `b.py` |\n")
                .id();
        repo.commit("first").with("a.py", "2\n").id();
        repo.commit("they change places")
                .with(EXPERTS + "one/expertise.md", "| `b.py` |\n")
                .with(EXPERTS + "two/expertise.md", "| `a.py` |\n")
                .id();
        String last = repo.commit("second").with("a.py", "3\n").id();

        List<RoutedCommit> all = routed(last, List.of(), 100);
        assertThat(all)
                .extracting(each -> each.commit().subject())
                .containsExactly("second", "they change places", "first", "experts", "root");
        assertThat(primary(all.get(0))).isEqualTo("two");
        assertThat(primary(all.get(2))).isEqualTo("one");
        assertThat(all.get(4).routing().ranked()).isEmpty();
        assertThat(routed(last, List.of(before), 100)).hasSize(4);
        assertThat(routed(last, List.of(), 2)).hasSize(2);
    }

    @Test
    void aMergeIsJudgedByWhatItBringsToItsFirstParent() {
        repo.commit("experts")
                .with(EXPERTS + "one/expertise.md", "| `a.py` |\n")
                .with(EXPERTS + "two/expertise.md", "| `b.py` |\n")
                .with("a.py", "1\n")
                .with("b.py", "1\n")
                .id();
        String main = repo.git("rev-parse", "--abbrev-ref", "HEAD").strip();
        repo.git("checkout", "-q", "-b", "side");
        repo.commit("there").with("b.py", "2\n").id();
        repo.git("checkout", "-q", main);
        repo.commit("here").with("a.py", "2\n").id();
        String merge = repo.merge("side");

        RoutedCommit first = routed(merge, List.of(), 1).get(0);
        assertThat(first.commit().isMerge()).isTrue();
        assertThat(primary(first)).isEqualTo("two");
    }

    @Test
    void whatACommitItselfDoesIsNotItsPast() {
        repo.commit("experts")
                .with(EXPERTS + "one/expertise.md", "# One\n")
                .with(EXPERTS + "two/expertise.md", "# Two\n")
                .id();
        repo.commit("w").with("run.sh", "1\n").id();
        repo.commit("x")
                .with("run.sh", "2\n")
                .with(EXPERTS + "one/expertise.md", "# One more\n")
                .id();
        String last = repo.commit("y").with("run.sh", "3\n").id();

        List<RoutedCommit> all = routed(last, List.of(), 3);
        assertThat(primary(all.get(0))).isEqualTo("one");
        assertThat(all.get(0).routing().ranked().get(0).reasons())
                .contains("run.sh or its folder changed with its file before");
        assertThat(all.get(1).routing().ranked().get(0).reasons())
                .contains("its own files were changed")
                .doesNotContain("run.sh or its folder changed with its file before");
    }

    @Test
    void commitsOfOneSecondComeAsGitLogHasThem() {
        repo.commit("root").with("a.py", "1\n").id();
        String main = repo.git("rev-parse", "--abbrev-ref", "HEAD").strip();
        String tip = "";
        for (int i = 0; i < 6; i++) {
            repo.git("checkout", "-q", "-b", "side" + i);
            repo.commit("there " + i).with("b" + i + ".py", "2\n").id();
            repo.commit("there too " + i).with("b" + i + ".py", "3\n").id();
            repo.git("checkout", "-q", main);
            repo.commit("here " + i).with("a.py", i + "2\n").id();
            tip = repo.merge("side" + i);
        }
        repo.git("config", "core.commitGraph", "false");
        assertThat(routed(tip, List.of(), 100))
                .extracting(each -> each.commit().id())
                .containsExactlyElementsOf(
                        repo.git("log", "--format=%H").lines().toList());
    }

    @Test
    void theExpertsOfACommitAreThoseThatItsWorkTreeWouldHave() {
        String list = repo.commit("a part")
                .with("CLAUDE.md", "# Rules\n\n## Learnings\n\n- One\n")
                .with("a.py", "1\n")
                .id();
        String folders = repo.commit("experts")
                .with(EXPERTS + "one/expertise.md", "| `a.py` |\n")
                .with(".claude/experts/one.md", "| `a.py` |\n")
                .with("experts/two.md", "# Two\n\n## Learnings\n\n- `a.py`\n")
                .with("experts/gating.md", "# Mixture\n\n`a.py`\n")
                .with("a.py", "2\n")
                .id();
        String plain = repo.commit("no part any more")
                .with("CLAUDE.md", "# Rules\n")
                .with("experts/two.md", "# Two of `a.py`\n")
                .with("a.py", "3\n")
                .id();

        assertThat(names(list)).containsExactly("learnings");
        assertThat(names(folders)).containsExactlyInAnyOrder("one", "one-2", "two");
        assertThat(names(plain)).containsExactlyInAnyOrder("one", "one-2");
    }

    private List<String> names(String id) {
        return routed(id, List.of(), 1).get(0).routing().ranked().stream()
                .map(share -> share.expert().name())
                .toList();
    }
}
