package dev.expertd.draft.delta;

import static dev.expertd.draft.delta.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.ActEvidence;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestDeltaDrafterTest {
    private static final String CART = """
            package org.shop;
            class Cart {
                int total(List<Item> items) {
                    int sum = 0;
                    for (int i = 0; i <= items.size(); i++) {
                        sum += items.get(i).price();
                    }
                    return sum;
                }
            }
            """;
    private static final String FIXED_CART = CART.replace("i <= items", "i < items");
    private static final String STACK = """
            java.lang.IndexOutOfBoundsException: Index 2 out of bounds for length 2
            \tat java.util.ArrayList.get(ArrayList.java:427)
            \tat org.shop.Cart.total(Cart.java:6)
            \tat org.shop.CartTest.testTotal(CartTest.java:12)
            """;
    private static final String TEST = "class CartTest {\n    void testTotal() {\n        check(1);\n    }\n}\n";

    @Test
    void aRepairIsDraftedWithTestErrorChangeAndPlace() {
        Draft draft = only(repaired().build());

        assertThat(draft.origin()).isEqualTo(Origin.FIX);
        assertThat(draft.section()).isEqualTo(Section.COMMON_ISSUES);
        assertThat(draft.statement())
                .isEqualTo("`testTotal` fails with `IndexOutOfBoundsException` \"Index 2 out of bounds for length 2\"");
        assertThat(draft.detail())
                .isEqualTo("compare `i < items.size()` instead of `i <= items.size()` in `Cart.total`");
        assertThat(draft.score()).isGreaterThanOrEqualTo(4.5);
        assertThat(draft.date()).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(draft.symbols()).contains("total", "Cart.total", "Cart", "IndexOutOfBoundsException");
        assertThat(draft.evidence().commits()).containsExactly("c000000000");
        assertThat(draft.evidence().runs()).containsExactly("run-1");
        assertThat(draft.evidence().tests()).containsExactly("org.shop.CartTest::testTotal");
        assertThat(draft.evidence().files()).containsExactly("src/main/java/org/shop/Cart.java");
    }

    @Test
    void aBoundaryIsAlsoAPatternToAvoid() {
        List<Draft> drafts = new TestDeltaDrafter().draft(repaired().build()).drafts();

        assertThat(drafts).hasSize(2);
        assertThat(drafts.get(1).section()).isEqualTo(Section.PATTERNS_TO_AVOID);
        assertThat(drafts.get(1).statement())
                .isEqualTo("Don't write `i <= items.size()` in `Cart.total`, the boundary is `i < items.size()`");
        assertThat(drafts.get(1).detail()).isEqualTo("`IndexOutOfBoundsException` in `testTotal`");
    }

    @Test
    void aTestThatIsStillRedIsNeverNamedAndForbidsTheAvoidLine() {
        List<Draft> drafts = new TestDeltaDrafter()
                .draft(repaired().stillRed("org.shop.CartTest", "testOther").build())
                .drafts();

        assertThat(drafts).hasSize(1);
        assertThat(drafts.get(0).statement() + drafts.get(0).detail()).doesNotContain("testOther");
    }

    @Test
    void greenWithoutACommitInBetweenIsFlaky() {
        Drafting drafting = new TestDeltaDrafter().draft(failed().build());

        assertThat(drafting.drafts()).isEmpty();
        assertThat(drafting.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("flaky"));
    }

    @Test
    void documentationBuildFilesAndTestsRepairNothing() {
        ActEvidence act = failed().change("README.md", "a\n", "b\n")
                .change("pom.xml", "a\n", "b\n")
                .change("src/test/java/org/shop/OtherTest.java", "class OtherTest {}\n", "class OtherTest { int a; }\n")
                .commit("Fix NPE in Cart.total")
                .build();

        Drafting drafting = new TestDeltaDrafter().draft(act);

        assertThat(drafting.drafts()).isEmpty();
        assertThat(drafting.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("no source code changed"));
    }

    @Test
    void aCommentOrALayoutRepairsNothing() {
        String commented =
                CART.replace("int sum = 0;", "int sum  =  0; // start").replace("    return", "      return");

        assertThat(new TestDeltaDrafter()
                        .draft(failed().change("src/main/java/org/shop/Cart.java", CART, commented)
                                .commit("Tidy")
                                .build())
                        .drafts())
                .isEmpty();
    }

    @Test
    void aTestThatTheCommitItselfRewroteTeachesNothing() {
        ActEvidence act = repairedTogetherWith(TEST, TEST.replace("check(1)", "check(2)"));

        Drafting drafting = new TestDeltaDrafter().draft(act);

        assertThat(drafting.drafts()).isEmpty();
        assertThat(drafting.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.subject()).isEqualTo("testTotal");
            assertThat(refusal.reason()).contains("same work");
        });
    }

    @Test
    void aTestFileThatTheCommitAddedTeachesNothing() {
        assertThat(new TestDeltaDrafter().draft(repairedTogetherWith("", TEST)).drafts())
                .isEmpty();
    }

    @Test
    void anotherTestInTheSameFileMayBeRewritten() {
        String more = TEST.replace("}\n}\n", "}\n    void testMore() {\n    }\n}\n");

        assertThat(new TestDeltaDrafter()
                        .draft(repairedTogetherWith(TEST, more))
                        .drafts())
                .isNotEmpty();
    }

    @Test
    void aTitleOnALineThatCameInIsATestThatWasWritten() {
        ActEvidence act = evidence()
                .fixed("", "cart total should count every item", "AssertionError", "expected 1 to equal 2", "")
                .change("lib/cart.js", "function total() {\n  return 1\n}\n", "function total() {\n  return 2\n}\n")
                .change(
                        "test/cart.test.js",
                        "describe('cart total', () => {\n})\n",
                        "describe('cart total', () => {\n  it('should count every item', () => {\n  })\n})\n")
                .commit("count")
                .build();

        assertThat(new TestDeltaDrafter().draft(act).drafts()).isEmpty();
    }

    @Test
    void ofSeveralCommitsTheOneThatTheStackNamesIsCreditedWhateverItsMessageSays() {
        ActEvidence act = failed().change("src/main/java/org/shop/Cart.java", CART, FIXED_CART)
                .commit("docs: update README")
                .change(
                        "src/main/java/org/shop/Mail.java",
                        "class Mail {\n void send() {\n  a();\n }\n}\n",
                        "class Mail {\n void send() {\n  b();\n }\n}\n")
                .commit("Fix total of the cart when index is out of bounds")
                .build();

        assertThat(only(act).evidence().commits()).containsExactly("c000000000");
    }

    @Test
    void theAuthorsSentenceStandsBeforeTheChangeIfItSpeaksOfIt() {
        ActEvidence act = failed().change("src/main/java/org/shop/Cart.java", CART, FIXED_CART)
                .commit(
                        "fix(shop): total ran over the last of the items because the index was compared wrongly (#12)\n\nSigned-off-by: a")
                .build();

        assertThat(only(act).detail())
                .startsWith("Total ran over the last of the items because the index was compared wrongly; compare");
    }

    @Test
    void aMessageThatSpeaksOfSomethingElseIsNotBelieved() {
        ActEvidence act = failed().change("src/main/java/org/shop/Cart.java", CART, FIXED_CART)
                .commit("Update the copyright year because it was missing")
                .build();

        assertThat(only(act).detail()).startsWith("compare");
    }

    @Test
    void noLineIsLongerThanThereIsRoomForOrCutsCode() {
        String name = "aVeryLongNameOfAMethodThatSomebodyThoughtOfOneDayAndNeverCameBackTo";
        String before = "class " + name + "X {\n  int " + name + "() {\n    return first(" + name + "Old);\n  }\n}\n";
        ActEvidence act = evidence()
                .fixed("org.A", "test" + name + name, "IllegalStateException", "word ".repeat(200), "")
                .change("src/" + name + "X.java", before, before.replace("Old", "New"))
                .commit("Fix " + name)
                .build();

        assertThat(new TestDeltaDrafter().draft(act).drafts()).allSatisfy(draft -> {
            assertThat(draft.statement().length() + draft.detail().length()).isLessThanOrEqualTo(FixLine.LONGEST);
            assertThat(draft.statement().chars().filter(c -> c == '`').count()).isEven();
            assertThat(draft.detail().chars().filter(c -> c == '`').count()).isEven();
        });
    }

    private static Evidences failed() {
        return evidence()
                .fixed(
                        "org.shop.CartTest",
                        "testTotal",
                        "java.lang.IndexOutOfBoundsException",
                        "Index 2 out of bounds for length 2",
                        STACK);
    }

    private static Evidences repaired() {
        return failed().change("src/main/java/org/shop/Cart.java", CART, FIXED_CART)
                .commit("wip");
    }

    private static ActEvidence repairedTogetherWith(String testBefore, String testAfter) {
        return failed().change("src/main/java/org/shop/Cart.java", CART, FIXED_CART)
                .change("src/test/java/org/shop/CartTest.java", testBefore, testAfter)
                .commit("wip")
                .build();
    }

    private static Draft only(ActEvidence act) {
        return new TestDeltaDrafter().draft(act).drafts().get(0);
    }
}
