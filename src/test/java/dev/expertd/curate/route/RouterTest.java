package dev.expertd.curate.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.ExpertView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private final Experts experts = Experts.twelve();

    @Test
    void aFileBelongsToTheExpertThatNamesTheEndOfItsPath() {
        assertThat(experts.primary("fix: off by one", "src/area4/first4.py")).isEqualTo("stock");
    }

    @Test
    void aFileThatNobodyNamesBelongsToWhoIsAtHomeInItsFolder() {
        assertThat(experts.primary("fix: off by one", "src/area7/other.py")).isEqualTo("images");
        assertThat(experts.primary("feat: add", "src/area7/deep/brand_new.py")).isEqualTo("images");
    }

    @Test
    void whatTheSettingsGiveToAnExpertOutweighsWhatFilesName() {
        experts.with("owner", "# Owner\n", "src/area4/**");
        assertThat(experts.primary("fix: stock", "src/area4/first4.py")).isEqualTo("owner");
    }

    @Test
    void whatAPersonMovedOutweighsWhatTheSettingsSay() {
        experts.with("owner", "# Owner\n", "src/area4/**").moved("src/area4/first4.py", "mail");
        assertThat(experts.primary("fix: stock", "src/area4/first4.py", "src/area4/second4.py"))
                .isEqualTo("mail");
    }

    @Test
    void aNameThatManyFilesEndInNamesNoneOfThem() {
        for (int i = 0; i < 12; i++) {
            experts.files("src/area" + i + "/index.ts");
        }
        experts.with("mail", "`index.ts` is the entry, see `index.ts`\n");
        assertThat(experts.primary("fix: entry", "src/area9/index.ts")).isEqualTo("imports");
    }

    @Test
    void aPathThatFiveExpertsNameTellsLessThanOneThatASingleExpertNames() {
        experts.files("src/shared/main.py", "src/shared/queue.py");
        for (String name : List.of("billing", "orders", "search", "stock", "reports")) {
            experts.with(name, "| `src/shared/main.py` |\n");
        }
        experts.with("mail", "| `src/shared/queue.py` |\n");
        assertThat(experts.primary("fix: order", "src/shared/main.py", "src/shared/queue.py"))
                .isEqualTo("mail");
    }

    @Test
    void aSourcesLineWeighsMoreThanAMentionInProse() {
        experts.files("lib/pool.py")
                .with("audit", "> **Sources**: lib/pool.py\n")
                .with("export", "Exports go through `lib/pool.py` as well.\n");
        assertThat(experts.primary("fix: leak", "lib/pool.py")).isEqualTo("audit");
    }

    @Test
    void aDrawnTreeNamesWholePaths() {
        experts.files("a/store.py", "b/store.py")
                .with("audit", "```\na/\n├── store.py   # kept\n```\n")
                .with("export", "```\nb/\n└── store.py\n```\n");
        assertThat(experts.primary("fix: x", "b/store.py")).isEqualTo("export");
        assertThat(experts.primary("fix: x", "a/store.py")).isEqualTo("audit");
    }

    @Test
    void whatChangedTogetherWithAFileBeforeSpeaksForIt() {
        experts.files("tools/run.sh").together("search", "tools/run.sh").together("search", "tools/run.sh");
        assertThat(experts.primary("chore: quoting", "tools/run.sh")).isEqualTo("search");
    }

    @Test
    void aRareWordSpeaksForTheFileThatUsesIt() {
        experts.with("audit", "Every entry is notarised, and notarised again.\n");
        for (ExpertView view : List.copyOf(experts.views())) {
            experts.with(view.expert().name(), "The service answers requests.\n");
        }
        assertThat(experts.primary("fix: the service answers notarised requests", "Makefile"))
                .isEqualTo("audit");
    }

    @Test
    void theScopeOfAMessageWeighsLessThanAPath() {
        experts.with("hooks", "# Hooks\n\nhooks, hooks and hooks\n");
        assertThat(experts.primary("feat(hooks): guard after each call", "src/area0/first0.py"))
                .isEqualTo("billing");
    }

    @Test
    void sourceCodeSaysMoreThanTheTextsChangedWithIt() {
        assertThat(experts.primary("feat: x", "src/area2/first2.py", "src/area3/notes.md", "src/area3/more.md"))
                .isEqualTo("search");
    }

    @Test
    void theFolderOfAnExpertIsItsOwn() {
        assertThat(experts.primary("docs: plan", ".claude/commands/experts/login/plan.md"))
                .isEqualTo("login");
    }

    @Test
    void nobodyIsAskedIfNothingSpeaksForAnybody() {
        assertThat(experts.primary("", "zzz")).isEqualTo("nobody");
    }

    @Test
    void everyReasonIsTold() {
        Routing.Share first =
                experts.route("fix: first4", "src/area4/first4.py").ranked().get(0);
        assertThat(first.reasons())
                .contains("names src/area4/first4.py")
                .anyMatch(reason -> reason.startsWith("uses `first4`"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfExpertsAndPathsMeansNothing(long seed) {
        experts.together("mail", "src/area1/first1.py", "src/area2/other.py");
        List<String> paths = new ArrayList<>(
                List.of("src/area1/first1.py", "src/area2/other.py", "src/area3/second3.py", "src/area5/x.md"));
        String message = "fix: first1 and second3 of billing";
        Routing expected = experts.route(experts.views(), message, paths);
        List<ExpertView> views = new ArrayList<>(experts.views());
        Collections.shuffle(views, new Random(seed));
        Collections.shuffle(paths, new Random(seed));
        assertThat(experts.route(views, message, paths)).isEqualTo(expected);
    }

    @Test
    void anIndexLedOnAnswersAsOneMadeAnew() {
        FileIndex led = new FileIndex(List.of("a/x.py", "a/y.py", "b/x.py"));
        led.remove("a/x.py");
        led.remove("a/y.py");
        led.remove("a/none.py");
        led.add("c/d/x.py");
        assertThat(led.endingIn("x.py")).containsExactly("b/x.py", "c/d/x.py");
        assertThat(led.endingIn("d/x.py")).containsExactly("c/d/x.py");
        assertThat(led.isFolder("a")).isFalse();
        assertThat(led.foldersEndingIn("d")).containsExactly("c/d");
    }

    @Test
    void aHostileTextIsReadInLinearTime() {
        String text = "`" + "a/".repeat(200_000) + "\n" + "├──".repeat(100_000) + "\n```\n" + "├── x/\n".repeat(50_000)
                + "sources".repeat(50_000);
        long start = System.nanoTime();
        Territory.of(text);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
}
