package dev.expertd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeapReturnTest {
    private final HeapReturn heap = new HeapReturn();

    @Test
    void memoryIsGivenBackOnceWhenManyPassesAreOver() {
        work(50);
        assertThat(heap.isDue()).as("just after the last pass").isFalse();
        assertThat(heap.isDue()).isTrue();
        assertThat(heap.isDue()).as("nothing was done since").isFalse();
    }

    @Test
    void whileWorkGoesOnNothingIsInterrupted() {
        for (int i = 0; i < 10; i++) {
            work(5);
            assertThat(heap.isDue()).isFalse();
        }
    }

    @Test
    void aFewPassesAreNotWorthIt() {
        work(3);
        assertThat(heap.isDue()).isFalse();
        assertThat(heap.isDue()).isFalse();
        work(10);
        heap.isDue();
        assertThat(heap.isDue()).as("they count with those before").isTrue();
    }

    private void work(int passes) {
        IntStream.range(0, passes).forEach(i -> heap.worked());
    }
}
