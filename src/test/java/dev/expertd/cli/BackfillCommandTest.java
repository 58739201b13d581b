package dev.expertd.cli;

import static dev.expertd.cli.Shop.BACKEND;
import static dev.expertd.cli.Shop.LESSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aCloneWaitsForReviewWithTheSameBytesWhoeverLooks() {
        Shop origin = Shop.in(folder).fix();
        Shop one = origin.cloned(folder.resolve("one"));
        Shop other = origin.cloned(folder.resolve("other"));
        Shop.Result result = one.run("backfill", "--all");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("commits looked at: 2\ndrafts queued: 1; `expertd review` decides\n")
                .contains("refused: 1 x ");
        assertThat(other.run("backfill", "--all", "--json").out())
                .startsWith("{\"commits\":2,\"known\":0,\"queued\":1,\"refused\":{");
        String listed = one.run("review", "--list", "--json").out();
        assertThat(listed).contains(LESSON, "\"reason\":\"from history: waits for review\"");
        assertThat(other.run("review", "--list", "--json").out()).isEqualTo(listed);
        assertThat(one.read(BACKEND)).doesNotContain(LESSON);
    }

    @Test
    void whatIsNewIsLearnedAndNotTakenForHistory() {
        Shop shop = Shop.in(folder).learns().fix();
        assertThat(shop.run("backfill", "--all").out()).contains("drafts queued: 0\n");
        assertThat(shop.read(BACKEND)).containsOnlyOnce(LESSON);
    }

    @Test
    void whatIsAcceptedOfHistoryIsWrittenAndDoesNotUseUpTheDay() {
        Shop shop = Shop.in(folder).fix().cloned(folder.resolve("clone"));
        shop.run("backfill", "--all");
        assertThat(shop.run("review", "--accept", shop.waiting()).out()).startsWith("written: ");
        assertThat(shop.read(BACKEND)).containsOnlyOnce(LESSON);
    }

    @Test
    void aRunningBackfillShowsHowFarItIsOnATerminalAlone() {
        Shop shop = Shop.in(folder).fix().cloned(folder.resolve("clone"));
        assertThat(shop.typing().run("backfill", "--all").err()).contains("\rbackfill: 2 of 2 commits, 1 drafts \n");
    }

    @Test
    void initTellsHowManyLessonsWaitInHistory() {
        Shop shop = Shop.in(folder).fix().cloned(folder.resolve("clone"));
        assertThat(shop.run("init", "--no-hook").out())
                .containsPattern("history: (?:1 lesson waits|no lesson waits) in the last 90 days");
        assertThat(shop.run("review").out()).isEqualTo("Nothing waits for review.\n");
    }

    @Test
    void wrongUsageIsToldInOneLine() {
        Shop shop = Shop.in(folder);
        for (String[] arguments : new String[][] {{"backfill"}, {"backfill", "--all", "--since", "HEAD"}}) {
            Shop.Result result = shop.run(arguments);
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err().lines()).hasSize(1);
        }
        Shop.Result unknown = shop.run("backfill", "--since", "nothing");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("`nothing` is no revision and no date");
    }
}
