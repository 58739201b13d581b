package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.FileKind;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.draft.delta.failure.StackFrame;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Failures that went through other source files of the project and not through the changed one, nor name it: somebody
 * else's code may be the reason. A stack that shows only the test says nothing of that.
 */
final class Elsewhere {
    private static final Pattern INSTALLED = Pattern.compile(
            "(?:^|/)(?:site-packages|dist-packages|node_modules|vendor|lib/python[\\d.]*|internal|usr|runtime)/|^<|^node:");

    private Elsewhere() {}

    static boolean isShownBy(List<FailedTest> tests, SymbolChange symbol) {
        String changed = Place.fileName(symbol.change().file().path());
        String before = Place.fileName(symbol.change().file().oldPath());
        List<StackFrame> frames =
                tests.stream().flatMap(test -> test.frames().stream()).toList();
        boolean through = frames.stream()
                .anyMatch(frame ->
                        frame.fileName().equals(changed) || frame.fileName().equals(before));
        return !through
                && frames.stream().anyMatch(Elsewhere::isProjectSource)
                && new SymbolRanking(tests).link(symbol) == 0;
    }

    private static boolean isProjectSource(StackFrame frame) {
        String path = frame.file().replace('\\', '/');
        return path.indexOf('/') >= 0 && !INSTALLED.matcher(path).find() && FileKind.of(path) == FileKind.SOURCE;
    }
}
