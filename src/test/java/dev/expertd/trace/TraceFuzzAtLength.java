package dev.expertd.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The same for half an hour: {@code mvn -B verify -Pfuzz}. What it finds becomes a test in {@code HostileTracesTest}. */
class TraceFuzzAtLength {
    @FuzzTest(maxDuration = "30m")
    void whateverTheBytesAreThereIsAnAnswer(byte[] bytes) {
        FuzzedTrace.check(bytes);
    }
}
