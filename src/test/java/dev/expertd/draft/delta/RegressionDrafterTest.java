package dev.expertd.draft.delta;

import static dev.expertd.draft.delta.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import org.junit.jupiter.api.Test;

class RegressionDrafterTest {
    private static final String GOOD =
            "def price(item):\n    if item is None:\n        return 0\n    return item.price\n";
    private static final String BAD = "def price(item):\n    return item.price\n";
    private static final String BODY = """
            shop/cart.py:3: in price
                return item.price
            E   AttributeError: 'NoneType' object has no attribute 'price'
            """;

    @Test
    void aChangeThatBrokeATestIsSomethingToAvoid() {
        Draft draft = new RegressionDrafter()
                .draft(broken().change("shop/cart.py", GOOD, BAD)
                        .commit("simplify")
                        .build())
                .drafts()
                .get(0);

        assertThat(draft.origin()).isEqualTo(Origin.REGRESSION);
        assertThat(draft.section()).isEqualTo(Section.PATTERNS_TO_AVOID);
        assertThat(draft.statement()).isEqualTo("Don't drop the check `item is None` in `price` of `cart.py`");
        assertThat(draft.detail())
                .isEqualTo("`test_price` fails with `AttributeError` \"'NoneType' object has no attribute 'price'\"");
        assertThat(draft.evidence().commits()).containsExactly("c000000000");
    }

    @Test
    void oneOfSeveralCommitsIsBlamedLessSurely() {
        Draft draft = new RegressionDrafter()
                .draft(broken().change("shop/mail.py", "def send():\n    a()\n", "def send():\n    b()\n")
                        .commit("mail")
                        .change("shop/cart.py", GOOD, BAD)
                        .commit("simplify")
                        .build())
                .drafts()
                .get(0);

        assertThat(draft.evidence().commits()).containsExactly("c100000000");
        assertThat(draft.score()).isLessThan(4.5);
    }

    @Test
    void whatWasLeftOutIsForbiddenInGoodEnglish() {
        Draft draft = new RegressionDrafter()
                .draft(broken().change(
                                "shop/cart.py",
                                "def price(item):\n    return net(item.price, 2, HALF_UP)\n",
                                "def price(item):\n    return net(item.price)\n")
                        .commit("simplify")
                        .build())
                .drafts()
                .get(0);

        assertThat(draft.statement()).startsWith("Don't stop passing `2, HALF_UP` to `net` in `price`");
    }

    @Test
    void documentationBreaksNothing() {
        Drafting drafting = new RegressionDrafter()
                .draft(broken().change("README.md", "a\n", "b\n").commit("docs").build());

        assertThat(drafting.drafts()).isEmpty();
        assertThat(drafting.refusals()).hasSize(1);
    }

    @Test
    void aTestThatWasRedBeforeIsNoRegression() {
        Drafting drafting = new RegressionDrafter()
                .draft(evidence()
                        .stillRed("test_cart.py", "test_price")
                        .change("shop/cart.py", GOOD, BAD)
                        .commit("simplify")
                        .build());

        assertThat(drafting).isEqualTo(Drafting.NOTHING);
    }

    private static Evidences broken() {
        return evidence().broken("tests/test_cart.py", "test_price", "", "", BODY);
    }
}
