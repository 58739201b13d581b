package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.draft.delta.failure.StackFrame;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which of several tests tells best what was wrong with a symbol. */
final class RepairedTests {
    private RepairedTests() {}

    static FailedTest best(List<FailedTest> tests, SymbolChange symbol) {
        return tests.stream()
                .max(Comparator.comparingDouble(test -> weight(test, symbol)))
                .orElseThrow();
    }

    private static double weight(FailedTest test, SymbolChange symbol) {
        double weight = test.message().isEmpty() ? 0 : 2;
        weight += test.isAssertion() ? 0 : 1.5;
        String file = Place.fileName(symbol.change().file().oldPath());
        List<StackFrame> frames = test.frames();
        weight += frames.stream()
                        .anyMatch(frame ->
                                !symbol.name().isEmpty() && frame.function().equals(symbol.name()))
                ? 2
                : 0;
        weight += frames.stream().anyMatch(frame -> frame.fileName().equals(file)) ? 1 : 0;
        String name = test.name().toLowerCase(Locale.ROOT);
        weight += !symbol.name().isEmpty() && name.contains(symbol.name().toLowerCase(Locale.ROOT)) ? 1 : 0;
        String stem = Place.stem(symbol.change().file().path()).toLowerCase(Locale.ROOT);
        weight += test.suite().toLowerCase(Locale.ROOT).contains(stem) ? 1 : 0;
        return weight - test.name().length() / 400.0;
    }
}
