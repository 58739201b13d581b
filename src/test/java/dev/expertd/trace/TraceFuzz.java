package dev.expertd.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Detection and every parser against bytes that nobody wrote; bounded, so that it runs with every build. */
class TraceFuzz {
    @FuzzTest(maxDuration = "20s")
    void whateverTheBytesAreThereIsAnAnswer(byte[] bytes) {
        FuzzedTrace.check(bytes);
    }
}
