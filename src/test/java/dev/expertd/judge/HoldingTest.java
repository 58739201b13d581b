package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldingTest {
    private static final String BEFORE =
            "def total(items):\n    return sum(items)\n\ndef name(o):\n    return o['name']\n";
    private static final String TESTED =
            "def total(items):\n    return sum(items or [])\n\ndef name(o):\n    return o['name']\n";

    @Test
    void theSameTextIsHeldExactly() {
        assertThat(Holding.of(BEFORE, TESTED, TESTED)).isEqualTo(Holding.EXACTLY);
    }

    @Test
    void otherQuotesLineBreaksAndBracketsAreLayout() {
        assertThat(
                        Holding.of(
                                BEFORE,
                                TESTED,
                                "def total(items):\n    return sum(\n        items or [],\n    )\n\n\ndef name(o):\n    return o[\"name\"]\n"))
                .isEqualTo(Holding.REFORMATTED);
    }

    @Test
    void aLaterEditInTheSameFileLeavesTheTestedOneStanding() {
        assertThat(Holding.of(BEFORE, TESTED, TESTED.replace("o['name']", "o.get('name')")))
                .isEqualTo(Holding.AND_MORE);
    }

    @Test
    void anEditThatWasTakenBackIsNotHeld() {
        assertThat(Holding.of(BEFORE, TESTED, BEFORE.replace("o['name']", "o.get('name')")))
                .isEqualTo(Holding.NOT);
        assertThat(Holding.of(BEFORE, TESTED, BEFORE)).isEqualTo(Holding.NOT);
    }

    @Test
    void aLineThatWasDeletedForTheTestMustStayAway() {
        String deleted = BEFORE.replace("    return o['name']\n", "");
        assertThat(Holding.of(BEFORE, deleted, deleted + "def tax(o):\n    return 0\n"))
                .isEqualTo(Holding.AND_MORE);
        assertThat(Holding.of(BEFORE, deleted, BEFORE + "def tax(o):\n    return 0\n"))
                .isEqualTo(Holding.NOT);
    }
}
