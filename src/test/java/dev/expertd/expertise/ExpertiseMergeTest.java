package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of two versions of an expertise file; git's own part is played by one that always conflicts. */
class ExpertiseMergeTest {
    private static final String BASE = """
            ---
            type: expert-file
            last_updated: 2026-01-01T00:00:00
            ---

            # Backend expertise

            The first part.

            The second part.

            ## Learnings

            ### patterns_that_work
            - one
            - two
              goes on
              - and has a child
            - three

            ### patterns_to_avoid

            ### tips
            - tip
            """;

    private static Optional<String> merge(String base, String ours, String theirs) {
        return merge(base, ours, theirs, (b, o, t) -> Optional.empty());
    }

    private static Optional<String> merge(String base, String ours, String theirs, ExpertiseMerge.LineMerge lines) {
        try {
            return ExpertiseMerge.merge(bytes(base), bytes(ours), bytes(theirs), lines)
                    .map(merged -> new String(merged, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String with(String after, String added) {
        assertThat(BASE).contains(after);
        return BASE.replace(after, after + added);
    }

    @Test
    void linesThatBothAddedStandOneBehindTheOtherOursFirst() {
        String ours = with("- three\n", "- ours\n");
        String theirs = with("- three\n", "- theirs\n");
        assertThat(merge(BASE, ours, theirs)).hasValue(with("- three\n", "- ours\n- theirs\n"));
    }

    @Test
    void aLineThatBothAddedStandsOnce() {
        String ours = with("- three\n", "- same\n- ours\n");
        assertThat(merge(BASE, ours, with("- three\n", "- same\n- theirs\n")))
                .hasValue(with("- three\n", "- same\n- ours\n- theirs\n"));
        assertThat(merge(BASE, ours, with("- three\n", "-  same \n- theirs\n")))
                .as("white space aside")
                .hasValue(with("- three\n", "- same\n- ours\n- theirs\n"));
        assertThat(merge(BASE, ours, with("### patterns_that_work\n", "- same\n")))
                .as("elsewhere in the section")
                .hasValue(ours);
    }

    @Test
    void theSameLineInTwoSectionsStaysInBoth() {
        String merged = merge(BASE, with("- three\n", "- same\n"), with("- tip\n", "- same\n"))
                .orElseThrow();
        assertThat(merged).containsPattern("- three\n- same\n").containsPattern("- tip\n- same\n");
    }

    @Test
    void aLineThatOneSideTookOutIsOut() {
        String ours = BASE.replace("- three\n", "");
        assertThat(merge(BASE, ours, with("- three\n", "- theirs\n")))
                .hasValue(BASE.replace("- three\n", "- theirs\n"));
        assertThat(merge(BASE, with("- three\n", "- ours\n"), ours)).hasValue(BASE.replace("- three\n", "- ours\n"));
    }

    @Test
    void anEditByOneSideIsTaken() {
        String edited = BASE.replace("- three\n", "- three, but better\n");
        assertThat(merge(BASE, edited, with("- three\n", "- theirs\n")))
                .hasValue(edited.replace("better\n", "better\n- theirs\n"));
        assertThat(merge(BASE, with("- three\n", "- ours\n"), edited))
                .hasValue(edited.replace("better\n", "better\n- ours\n"));
        assertThat(merge(BASE, edited, edited.replace("- tip\n", "- tip\n- new\n")))
                .hasValue(edited.replace("- tip\n", "- tip\n- new\n"));
    }

    @Test
    void whatBothEditedDifferentlyIsForAPerson() {
        String ours = BASE.replace("- three\n", "- three, but better\n");
        assertThat(merge(BASE, ours, BASE.replace("- three\n", "- three, but worse\n")))
                .isEmpty();
        assertThat(merge(BASE, ours, BASE.replace("- three\n", ""))).isEmpty();
        assertThat(merge(BASE, BASE.replace("- three\n", ""), ours)).isEmpty();
    }

    @Test
    void aBulletOfManyLinesIsOne() {
        String added = "- new\n  goes on\n  - with a child\n\n  and a paragraph\n";
        assertThat(merge(BASE, with("- three\n", "- ours\n"), with("- three\n", added)))
                .hasValue(with("- three\n", "- ours\n" + added));
        String ours = BASE.replace("  - and has a child\n", "");
        String theirs = BASE.replace("  goes on\n", "  goes far\n");
        assertThat(merge(BASE, ours, theirs)).as("both edited the second").isEmpty();
    }

    @Test
    void aSectionThatBothAddedHasTheLinesOfBoth() {
        String ours = BASE + "\n### common_issues\n- ours\n";
        String theirs = BASE + "\n### common_issues\n- theirs\n";
        assertThat(merge(BASE, ours, theirs)).hasValue(ours + "- theirs\n");
    }

    @Test
    void differentSectionsThatBothAddedBothStand() {
        String base = "# Expert\n\nProse.\n";
        String ours = base + "\n## Learnings\n\n### tips\n- ours\n";
        String theirs = base + "\n## Learnings\n\n### common_issues\n- theirs\n";
        assertThat(merge(base, ours, theirs)).hasValue(ours + "\n### common_issues\n- theirs\n");
        assertThat(merge(base, ours, base + "\n## Learnings\n\n### tips\n- theirs\n"))
                .hasValue(ours + "- theirs\n");
    }

    @Test
    void theFirstLinesOfAnEmptySectionAreOneList() {
        String ours = with("### patterns_to_avoid\n", "- ours\n");
        String theirs = with("### patterns_to_avoid\n", "- theirs\n");
        assertThat(merge(BASE, ours, theirs)).hasValue(with("### patterns_to_avoid\n", "- ours\n- theirs\n"));
        assertThat(merge(
                        BASE,
                        with("### patterns_to_avoid\n", "\n- ours\n"),
                        with("### patterns_to_avoid\n", "\n- theirs\n")))
                .as("set off from the heading")
                .hasValue(with("### patterns_to_avoid\n", "\n- ours\n- theirs\n"));
    }

    @Test
    void aLooseListStaysLoose() {
        String base = "### tips\n\n- one\n\n- two\n\n## Next\n";
        assertThat(merge(
                        base,
                        base.replace("- two\n", "- two\n\n- ours\n"),
                        base.replace("- two\n", "- two\n\n- theirs\n")))
                .hasValue(base.replace("- two\n", "- two\n\n- ours\n\n- theirs\n"));
    }

    @Test
    void theLaterTimeWinsInItsOwnShape() {
        String older = BASE.replace("2026-01-01T00:00:00", "2026-02-01T09:30:00");
        String later = BASE.replace("2026-01-01T00:00:00", "\"2026-03-01\"  # by hand");
        assertThat(merge(BASE, older, later)).hasValue(later);
        assertThat(merge(BASE, later, older)).hasValue(later);
        assertThat(merge(BASE, BASE.replace("2026-01-01T00:00:00", "yesterday"), later))
                .isEmpty();
    }

    @Test
    void proseOfOneSideGoesWithLinesOfTheOther() {
        String ours = BASE.replace("The first part.", "The first part, mended.");
        String theirs = with("- tip\n", "- theirs\n").replace("2026-01-01", "2026-02-02");
        assertThat(merge(BASE, ours, theirs)).hasValue(theirs.replace("The first part.", "The first part, mended."));
    }

    @Test
    void proseOfBothIsGivenToGitWithTheLinesSettled() {
        String ours = with("- tip\n", "- ours\n").replace("The first part.", "One.");
        String theirs = with("- tip\n", "- theirs\n").replace("The second part.", "Two.");
        String both = with("- tip\n", "- ours\n- theirs\n");
        assertThat(merge(BASE, ours, theirs)).as("git conflicts").isEmpty();
        assertThat(merge(BASE, ours, theirs, (b, o, t) -> {
                    assertThat(new String(b, StandardCharsets.UTF_8)).isEqualTo(both);
                    assertThat(new String(o, StandardCharsets.UTF_8))
                            .isEqualTo(both.replace("The first part.", "One."));
                    return Optional.of(
                            bytes(both.replace("The first part.", "One.").replace("The second part.", "Two.")));
                }))
                .hasValue(both.replace("The first part.", "One.").replace("The second part.", "Two."));
    }

    @Test
    void aFileThatBothMadeIsMerged() {
        String ours = with("- tip\n", "- ours\n");
        String theirs = with("- tip\n", "- theirs\n").replace("2026-01-01", "2026-02-02");
        assertThat(merge("", ours, theirs))
                .hasValue(with("- tip\n", "- ours\n- theirs\n").replace("2026-01-01", "2026-02-02"));
        assertThat(merge("", ours, theirs.replace("The first part.", "Other prose.")))
                .isEmpty();
    }

    @Test
    void aListFileHasOneList() {
        String base = "# Lessons\n\nWhat we know:\n\n* one\n* two\n";
        assertThat(merge(base, base + "* ours\n", base + "* theirs\n")).hasValue(base + "* ours\n* theirs\n");
        assertThat(merge(base, base + "* ours\n", base.replace("* two\n", "") + "* ours\n* theirs\n"))
                .hasValue(base.replace("* two\n", "") + "* ours\n* theirs\n");
    }

    @Test
    void otherListsOfAFileWithLearningsAreProse() {
        String base = "# Rules\n\n- first\n\n## Learnings\n\n- one\n\n## More\n\n- last\n";
        assertThat(merge(
                        base, base.replace("- one\n", "- one\n- ours\n"), base.replace("- one\n", "- one\n- theirs\n")))
                .hasValue(base.replace("- one\n", "- one\n- ours\n- theirs\n"));
        assertThat(merge(base, base + "- ours\n", base + "- theirs\n")).isEmpty();
        assertThat(merge(
                        base,
                        base.replace("- first\n", "- first\n- ours\n"),
                        base.replace("- first\n", "- first\n- theirs\n")))
                .isEmpty();
    }

    @Test
    void bytesThatAreNotOursComeThrough() {
        String crlf = BASE.replace("\n", "\r\n");
        assertThat(merge(
                        crlf,
                        crlf.replace("- three\r\n", "- three\r\n- ours\r\n"),
                        crlf.replace("- three\r\n", "- three\r\n- theirs\r\n")))
                .hasValue(crlf.replace("- three\r\n", "- three\r\n- ours\r\n- theirs\r\n"));
        assertThat(merge(
                        "\uFEFF" + BASE,
                        "\uFEFF" + with("- tip\n", "- ours\n"),
                        "\uFEFF" + with("- tip\n", "- theirs\n")))
                .hasValue("\uFEFF" + with("- tip\n", "- ours\n- theirs\n"));
        String open = BASE.stripTrailing();
        assertThat(merge(open, open + "\n- ours", open + "\n- theirs")).hasValue(open + "\n- ours\n- theirs");
        assertThat(merge(open, open + "\n- ours\n", open + "\n- theirs")).hasValue(open + "\n- ours\n- theirs\n");
        String mixed = BASE.replace("- one\n", "- one\r\n").replace("type: expert-file\n", "type: expert-file\r\n");
        assertThat(merge(
                        mixed,
                        mixed.replace("- tip\n", "- tip\n- ours\n"),
                        mixed.replace("- tip\n", "- tip\n- th\u00e9irs\n")))
                .hasValue(mixed.replace("- tip\n", "- tip\n- ours\n- th\u00e9irs\n"));
    }

    @Test
    void aFileWhoseEndingsOneSideChangedKeepsThem() {
        String ours = BASE.replace("\n", "\r\n");
        String theirs = with("- three\n", "- theirs\n");
        assertThat(merge(BASE, ours, theirs)).hasValue(ours.replace("- three\r\n", "- three\r\n- theirs\n"));
    }

    @Test
    void aLineThatMovedIsNotLost() {
        String ours = with("- tip\n", "- ours\n");
        String moved = BASE.replace("- one\n", "").replace("- three\n", "- three\n- one\n");
        assertThat(merge(BASE, ours, moved)).hasValue(moved.replace("- tip\n", "- tip\n- ours\n"));
        assertThat(merge(BASE, moved, ours)).hasValue(moved.replace("- tip\n", "- tip\n- ours\n"));
    }

    @Test
    void bulletsInAFenceAreProse() {
        String base = "### tips\n- one\n\n```\n- two\n```\n";
        assertThat(merge(base, base.replace("- two\n", "- two\n- o\n"), base.replace("- two\n", "- two\n- t\n")))
                .isEmpty();
    }

    @Test
    void numbersThatFollowedTheCodeOnBothSidesDoNotConflict() {
        String base = refers(10, "sorts");
        assertThat(merge(base, refers(13, "sorts"), refers(14, "sorts")))
                .as("ours is what the merge goes on from")
                .hasValue(refers(13, "sorts"));
        assertThat(merge(base, base + "- ours\n", refers(14, "sorts"))).hasValue(refers(14, "sorts") + "- ours\n");
        assertThat(merge(base, refers(13, "sorts"), refers(14, "sorts the list") + "- theirs\n"))
                .as("a word weighs more than a number")
                .hasValue(refers(13, "sorts").replace(":13) sorts", ":14) sorts the list") + "- theirs\n");
        assertThat(merge(base, refers(13, "sorts the list"), refers(14, "sorts")))
                .hasValue(refers(13, "sorts the list"));
        assertThat(merge(base, base.replace("- `load` (app/store.py:10) sorts\n", ""), refers(14, "sorts")))
                .as("who takes a line out need not know its number")
                .hasValue(base.replace("- `load` (app/store.py:10) sorts\n", "").replace("line 10", "line 14"));
        assertThat(merge(base, refers(13, "sorts").replace("page of 20", "page of 30"), refers(14, "sorts")))
                .hasValue(refers(13, "sorts").replace("page of 20", "page of 30"));
        assertThat(merge(base, base.replace("page of 20", "page of 30"), base.replace("page of 20", "page of 40")))
                .as("a number that is no reference")
                .isEmpty();
    }

    private static String refers(int line, String does) {
        return "# Backend\n\nSee `load` (~line " + line + ") of app/store.py.\nOne page of 20 rows.\n\n## Learnings\n\n"
                + "### tips\n- `load` (app/store.py:" + line + ") " + does + "\n- two\n";
    }

    @Test
    void whatIsNoTextOrTooMuchIsLeftToGit() {
        assertThat(merge(BASE, BASE + "\0", BASE + "- x\n")).isEmpty();
        assertThat(merge(BASE, BASE + "<<<<<<< a\n=======\n>>>>>>> b\n", BASE + "- x\n"))
                .isEmpty();
        assertThat(merge("", "- x\n".repeat(300_000), BASE)).isEmpty();
        String one = "- a\n";
        StringBuilder ours = new StringBuilder(one);
        StringBuilder theirs = new StringBuilder(one);
        for (int i = 0; i < 20_000; i++) {
            ours.append("- ours ").append(i).append('\n');
            theirs.append("text ").append(i).append("\n\n");
        }
        assertThat(merge(one + "\nx\n", ours.toString(), theirs.toString())).isEmpty();
    }
}
