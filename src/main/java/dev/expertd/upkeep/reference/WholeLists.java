package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.upkeep.reference.ReferenceLook.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code lines 20, 28 and 36} is put right as a whole or not at all: half of it would be nonsense. */
final class WholeLists {
    /** So many characters at most stand between two numbers of one list. */
    private static final int BETWEEN = 6;

    private final Set<Reference> halves = new HashSet<>();

    /**
     * @param findings what was looked at
     * @param known what was known before, for references that were not
     */
    WholeLists(byte[] content, List<Finding> findings, Set<String> known) {
        Map<Reference, Finding> found = new HashMap<>();
        findings.forEach(finding -> found.put(finding.reference(), finding));
        List<Reference> list = new ArrayList<>();
        for (Reference reference : ReferenceFinder.find(content)) {
            if (reference.kind() != Reference.Kind.LINES) {
                continue;
            }
            if (!list.isEmpty() && !isNext(list.get(list.size() - 1), reference)) {
                close(list, found, known);
            }
            list.add(reference);
        }
        close(list, found, known);
    }

    /** Those of which nothing is left behind. */
    List<Finding> of(List<Finding> touched) {
        return touched.stream()
                .filter(finding -> !halves.contains(finding.reference()))
                .toList();
    }

    private void close(List<Reference> list, Map<Reference, Finding> found, Set<String> known) {
        if (list.size() > 1 && !list.stream().allMatch(reference -> isSettled(reference, found, known))) {
            halves.addAll(list);
        }
        list.clear();
    }

    private static boolean isSettled(Reference reference, Map<Reference, Finding> found, Set<String> known) {
        Finding finding = found.get(reference);
        if (finding == null) {
            return known.contains(Correction.key(reference) + Correction.HOLDS);
        }
        return finding.holds() || finding.standing() instanceof Standing.Moved moved && moved.certain();
    }

    private static boolean isNext(Reference before, Reference reference) {
        int gap = reference.start() - before.start() - before.text().length();
        return reference.line() == before.line() && gap >= 0 && gap <= BETWEEN;
    }
}
