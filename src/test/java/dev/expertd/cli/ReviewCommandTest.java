package dev.expertd.cli;

import static dev.expertd.cli.Shop.BACKEND;
import static dev.expertd.cli.Shop.LESSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {
    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void aDraftWaits() {
        shop = Shop.in(folder).reviewing().learns().fix().learns();
    }

    @Test
    void whatWaitsIsListedWithItsReasonItsEvidenceAndHowToGoOn() {
        Shop.Result result = shop.run("review");
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("  backend, common_issues, score ", ", from a message\n")
                .contains(LESSON)
                .contains("  held: learning.mode is review: waits for review\n")
                .contains("fix: total without items\n")
                .contains("  file: app/orders.py\n")
                .contains("1 waits: `expertd review` in a terminal asks");
        assertThat(shop.read(BACKEND)).doesNotContain(LESSON);
    }

    @Test
    void machinesReadOneObjectForEach() {
        assertThat(shop.run("review", "--list", "--json").out().lines())
                .singleElement()
                .asString()
                .startsWith("{\"id\":\"")
                .contains("\"state\":\"review\"", "\"subject\":\"fix: total without items\"", "\"score\":");
    }

    @Test
    void anEmptyQueueSaysSo() {
        shop.run("review", "--reject", shop.waiting());
        assertThat(shop.run("review").out()).isEqualTo("Nothing waits for review.\n");
        assertThat(shop.run("review", "--json").out()).isEmpty();
    }

    @Test
    void whatIsAcceptedIsWrittenOnce() {
        String id = shop.waiting();
        Shop.Result accepted = shop.run("review", "--accept", id);
        assertThat(accepted.out()).startsWith("written: " + id + " to " + BACKEND);
        shop.learns();
        assertThat(shop.read(BACKEND)).containsOnlyOnce(LESSON);
        Shop.Result again = shop.run("review", "--accept", id);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).startsWith("expertd: " + id + " does not wait: it is done");
    }

    @Test
    void theBeginningOfAnIdIsEnough() {
        assertThat(shop.run("review", "--accept", shop.waiting().substring(0, 4))
                        .out())
                .startsWith("written: ");
    }

    @Test
    void inTheMiddleOfARebaseWhatIsAcceptedWaitsForTheNextPass() throws IOException {
        Path mark = Files.createDirectories(shop.repo().root().resolve(".git/rebase-merge"));
        Shop.Result accepted = shop.run("review", "--accept", shop.waiting());
        assertThat(accepted.status()).isZero();
        assertThat(accepted.out()).contains("waits: git is in the middle of a rebase");
        assertThat(shop.read(BACKEND)).doesNotContain(LESSON);

        Files.delete(mark);
        shop.learns();
        assertThat(shop.read(BACKEND)).containsOnlyOnce(LESSON);
    }

    @Test
    void whatIsRejectedIsNeverDraftedAgainInOtherWords() {
        String id = shop.waiting();
        assertThat(shop.run("review", "--reject", id, "--reason", "only true of\n the old client")
                        .status())
                .isZero();
        assertThat(shop.run("why", id).out())
                .contains("state: rejected (rejected in review: only true of the old client)");
        shop.isTaughtTheSameInOtherWords();
        assertThat(shop.run("review").out()).isEqualTo("Nothing waits for review.\n");
        assertThat(shop.run("why", "HEAD").out()).contains("known already, learned before");
    }

    @Test
    void wordsOfAPersonAreHeldToTheFormOfALineButNotToTheEvidence() {
        String id = shop.waiting();
        Shop.Result refused = shop.run("review", "--accept", id, "--edit", "too short");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("the line would have 9 characters, not 60 to 300");
        assertThat(shop.waiting()).isEqualTo(id);

        String words =
                "- `total` needs a list: `never_in_the_evidence` shows it,\n token=ghp_0123456789abcdefghijklmnopqrstuvwxyz";
        assertThat(shop.run("review", "--accept", id, "--edit", words).out()).startsWith("written: ");
        assertThat(shop.read(BACKEND))
                .contains("- `total` needs a list: `never_in_the_evidence` shows it, token=")
                .doesNotContain("ghp_0123456789", LESSON);
    }

    @Test
    void whatWasAcceptedInOtherWordsIsKnownAsItWasDraftedToo() {
        shop.run(
                "review",
                "--accept",
                shop.waiting(),
                "--edit",
                "Nightly billing needs `tenant` to be set, or nothing at all is summed up in the end");
        shop.isTaughtTheSameInOtherWords();
        assertThat(shop.run("review").out()).isEqualTo("Nothing waits for review.\n");
    }

    @Test
    void wrongUsageIsToldInOneLine() {
        for (List<String> arguments : List.of(
                List.of("--edit", "x"),
                List.of("--reason", "x"),
                List.of("--accept", "a", "--reject", "b"),
                List.of("--list", "--accept", "a"),
                List.of("--accept", "a", "--edit", " "))) {
            Shop.Result result =
                    shop.run(java.util.stream.Stream.concat(java.util.stream.Stream.of("review"), arguments.stream())
                            .toArray(String[]::new));
            assertThat(result.status()).as(arguments.toString()).isEqualTo(2);
            assertThat(result.err().lines()).hasSize(1);
        }
        assertThat(shop.run("review", "--accept", "nothing").err())
                .isEqualTo("expertd: no draft waits under nothing; `expertd review --list` lists them\n");
    }

    @Test
    void aPersonIsAskedAboutEachAndMaySkipQuitAndBeHelped() {
        shop.repo()
                .commit("""
                        fix: page without orders

                        page() raised a RangeError because `orders` is empty on the first visit. Return an empty
                        page from page().
                        """)
                .with("client/page.ts", "export const page = 2;\n")
                .id();
        shop.learns();
        Shop.Result result = shop.typing("?", "s", "a").run("review");
        assertThat(result.out()).contains("1 of 2\n", "2 of 2\n", "r  reject: it is never drafted again", "written: ");
        assertThat(shop.read(BACKEND)).doesNotContain(LESSON);
        assertThat(shop.read(Shop.FRONTEND)).contains("RangeError");
        assertThat(shop.typing("q").run("review").out()).contains("1 of 1\n");
        assertThat(shop.waiting()).hasSize(10);
    }

    @Test
    void theEndOfTheInputIsLikeQuitting() {
        assertThat(shop.typing().run("review").status()).isZero();
        assertThat(shop.waiting()).hasSize(10);
    }

    @Test
    void aPersonRejectsWithAReason() {
        String id = shop.waiting();
        shop.typing("r", "not true").run("review");
        assertThat(shop.run("why", id).out()).contains("rejected in review: not true");
    }

    @Test
    void aPersonEditsInTheirEditorWhoseCommandMayHoldQuotesAndBlanks() throws IOException {
        shop.set("EDITOR", "false").set("VISUAL", "'" + editor("s/TypeError/KeyError/") + "' \"\"");
        shop.typing("e").run("review");
        assertThat(shop.read(BACKEND)).contains("KeyError").doesNotContain("TypeError");
    }

    @Test
    void anEditorThatEmptiesChangesNothingOrFailsLeavesTheDraftWaiting() throws IOException {
        for (String script : List.of("d", "s/nothing/x/")) {
            shop.set("VISUAL", "\"" + editor(script) + "\"");
            assertThat(shop.typing("e", "q").run("review").out()).contains("not changed");
        }
        shop.set("VISUAL", "false");
        assertThat(shop.typing("e", "q").run("review").err()).contains("the editor `false` ended with status 1");
        shop.set("VISUAL", "/no/such/editor");
        assertThat(shop.typing("e", "q").run("review").err()).contains("cannot be started; set VISUAL or EDITOR");
        assertThat(shop.waiting()).hasSize(10);
        assertThat(shop.read(BACKEND)).doesNotContain(LESSON);
    }

    @Test
    void whoTellsOfOtherThingsTellsHowManyWaitAndTheCommandThatDecides() {
        String count = "1 draft waits for review; `expertd review` decides";
        String act = shop.run("log").out().lines().findFirst().orElseThrow().split(" ", 2)[0];
        assertThat(shop.run("log").out()).contains(count);
        assertThat(shop.run("status").out()).contains("  review: " + count);
        assertThat(shop.run("status", "--json").out()).contains("\"review\":1");
        assertThat(shop.run("report", act).out()).contains("- Review: " + count);
        assertThat(shop.run("why", shop.waiting()).out())
                .contains("decide: `expertd review --accept " + shop.waiting() + "`")
                .contains(count);
    }

    @Test
    void aLineWhoseSectionMayNotBeMadeGoesBackToReviewAndSaysSo() {
        shop.repo()
                .write(".expertd.yml", "learning:\n  mode: review\n  create-sections: false\n")
                .write(BACKEND, shop.read(BACKEND).replace("### common_issues\n\n", ""));
        String id = shop.waiting();
        Shop.Result result = shop.run("review", "--accept", id);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("has no section common_issues and learning.create-sections is off");
        assertThat(shop.waiting()).isEqualTo(id);
    }

    /** An editor in a folder with a blank in its name, which changes each line as sed does. */
    private Path editor(String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("my programs")).resolve("edit");
        Files.writeString(
                file,
                "#!/bin/sh\nfor last; do :; done\nsed '" + script
                        + "' \"$last\" > \"$last.new\" && cat \"$last.new\" > \"$last\"; rm \"$last.new\"\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
