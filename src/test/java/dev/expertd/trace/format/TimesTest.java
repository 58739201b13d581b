package dev.expertd.trace.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "0.123, 123",
        "1, 1000",
        "0.0005, 1",
        "0.00049, 0",
        "12.3456, 12346",
        "0.9999, 1000",
        "'1,234.5', 1234500",
        "'0,25', 250",
        "999999999, 999999999000",
        "'', -1",
        ".5, -1",
        "5., -1",
        "-1, -1",
        "1e3, -1",
        "NaN, -1",
        "1234567890, -1"
    })
    void secondsAsRunnersWriteThemAreRoundedToMilliseconds(String seconds, long millis) {
        assertThat(Times.millis(seconds)).isEqualTo(millis);
    }
}
