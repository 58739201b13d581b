package dev.expertd.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrowingResultsTest {
    @Test
    void whatWasToldStaysAsItIsWhateverComesLater() {
        Random random = new Random(20260302);
        GrowingResults growing = new GrowingResults();
        List<TestResult> plain = new ArrayList<>();
        List<List<TestResult>> told = new ArrayList<>();
        List<List<TestResult>> expected = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            TestResult result = result(i);
            if (i == 0 || random.nextInt(4) > 0) {
                growing.add(result);
                plain.add(result);
            } else {
                int place = random.nextInt(plain.size());
                growing.set(place, result);
                plain.set(place, result);
            }
            if (random.nextInt(30) == 0) {
                told.add(growing.soFar());
                expected.add(List.copyOf(plain));
            }
        }
        assertThat(told).hasSizeGreaterThan(50).isEqualTo(expected);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        GrowingResults one = new GrowingResults();
        one.add(result(1));
        GrowingResults other = one.copy();
        one.add(result(2));
        other.add(result(3));
        other.set(0, result(4));

        assertThat(one.soFar()).containsExactly(result(1), result(2));
        assertThat(other.soFar()).containsExactly(result(4), result(3));
        assertThat(new GrowingResults().copy().soFar()).isEmpty();
    }

    private static TestResult result(int number) {
        return new TestResult(new TestCase("id" + number, "name", "", ""), Status.PASSED, false, number, null);
    }
}
