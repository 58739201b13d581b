package dev.expertd.learn;

import dev.expertd.journal.JournaledVerdict;
import dev.expertd.judge.FailureKind;
import dev.expertd.judge.Headline;
import dev.expertd.model.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tests that are red for one and the same reason.
 *
 * @param tests names of the tests, at least one
 */
record FailureGroup(String headline, FailureKind kind, List<String> tests) {
    FailureGroup {
        tests = List.copyOf(tests);
    }

    /** One group for each fingerprint, in the order met. */
    static List<FailureGroup> of(List<JournaledVerdict> failures) {
        Map<String, List<JournaledVerdict>> byFingerprint = new LinkedHashMap<>();
        for (JournaledVerdict failure : failures) {
            byFingerprint
                    .computeIfAbsent(failure.fingerprint(), key -> new ArrayList<>())
                    .add(failure);
        }
        return byFingerprint.values().stream().map(FailureGroup::group).toList();
    }

    private static FailureGroup group(List<JournaledVerdict> failures) {
        JournaledVerdict first = failures.get(0);
        Failure failure = new Failure(
                first.type().text(), first.message().text(), first.body().text());
        return new FailureGroup(
                Headline.of(failure),
                FailureKind.of(failure),
                failures.stream().map(verdict -> verdict.name().text()).toList());
    }
}
