package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.io.IOException | disk full                 | IOException: disk full",
                "TypeError           | TypeError: x is undefined | TypeError: x is undefined",
                "''                  | cart is empty             | cart is empty",
                "shop.Cart$Closed    | ''                        | Closed",
                "test failure        | no cart                   | test failure: no cart",
                "''                  | ''                        | ''"
            })
    void typeAndMessageMakeOneLine(String type, String message, String line) {
        assertThat(Headline.of(new Failure(type, message, ""))).isEqualTo(line);
    }

    @org.junit.jupiter.api.Test
    void framesAndColoursAreLeftOutAndALongLineIsCut() {
        Failure failure = new Failure(
                "Error", "\u001b[31mno cart\u001b[39m\n    at open (src/cart.ts:1:2)\n" + "x".repeat(900), "");

        assertThat(Headline.of(failure))
                .startsWith("Error: no cart xxx")
                .hasSize(160)
                .endsWith("\u2026");
    }
}
