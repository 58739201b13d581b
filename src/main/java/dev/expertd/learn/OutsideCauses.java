package dev.expertd.learn;

import dev.expertd.judge.FailureKind;
import dev.expertd.model.Draft;
import dev.expertd.model.Failure;
import dev.expertd.model.TestDelta;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Doubts what a commit is credited or blamed with where a service that could not be reached, or the machine, is the
 * likelier cause: the failure is of such a kind and speaks of no file that the draft is about.
 */
final class OutsideCauses {
    private static final Set<FailureKind> OUTSIDE = Set.of(FailureKind.NETWORK, FailureKind.ENVIRONMENT);

    private OutsideCauses() {}

    /** The draft as sure as it may be. */
    static Draft doubted(Draft draft, List<TestDelta> deltas) {
        List<Failure> failures = deltas.stream()
                .filter(delta -> draft.evidence().tests().contains(delta.test().id()))
                .flatMap(delta -> Stream.ofNullable(delta.now() == null ? delta.before() : delta.now()))
                .toList();
        boolean outside = !failures.isEmpty()
                && failures.stream()
                        .allMatch(failure -> OUTSIDE.contains(FailureKind.of(failure)) && !speaksOf(failure, draft));
        return outside ? draft.atMost(Draft.DOUBTED) : draft;
    }

    private static boolean speaksOf(Failure failure, Draft draft) {
        return draft.evidence().files().stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .anyMatch(name ->
                        failure.body().contains(name) || failure.message().contains(name));
    }
}
