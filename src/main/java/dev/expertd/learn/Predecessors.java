package dev.expertd.learn;

import dev.expertd.journal.TestHistory.Place;
import dev.expertd.model.PastVerdict;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what each test of a run did when it was last executed on the way to the tested code.
 *
 * <p>Two runners may run the same tests of the same code with different luck, so a source is compared with its own past;
 * a source without one, because its report moved, with all of them, but then never with the same code.
 */
final class Predecessors {
    /** No verdict is looked for further back than so many runs. */
    private static final int RUNS = 60;

    /** So few tests are looked up one by one. */
    private static final int FEW = 100;

    private final Site site;
    private final Lineage lineage;
    private final String source;
    private final String base;
    private final long beforeSeq;
    private final boolean anySource;
    private final List<Place> places;
    private final String treeId;

    /**
     * Looks back from a run.
     *
     * @param base the commit whose code ran, or on which the edited tree stood
     * @param treeId identity of the code that ran; empty when unknown
     * @param beforeSeq the run's own place
     */
    Predecessors(Site site, Lineage lineage, String source, String base, String treeId, long beforeSeq) {
        this.site = site;
        this.lineage = lineage;
        this.source = source;
        this.base = base;
        this.treeId = treeId;
        this.beforeSeq = beforeSeq;
        List<Place> own = site.journal().tests().places(site.repository(), source, beforeSeq, RUNS);
        this.anySource = own.isEmpty();
        this.places = (anySource ? site.journal().tests().places(site.repository(), "", beforeSeq, RUNS) : own)
                .stream()
                        .filter(place -> lineage.behind(place.commit(), base).isPresent())
                        .filter(place -> !isTheSameCode(place.treeId()))
                        .toList();
    }

    /** The runs behind the tested code, newest first. */
    List<Place> places() {
        return places;
    }

    /** The last verdict of each test that has one, by test id. */
    Map<String, PastVerdict> of(Collection<String> tests) {
        Map<String, PastVerdict> found = new HashMap<>();
        Set<String> missing = new HashSet<>(tests);
        for (Place place : places) {
            if (missing.size() <= FEW) {
                break;
            }
            site.journal().tests().executed(place).forEach((test, verdict) -> {
                if (missing.remove(test)) {
                    found.put(test, here(verdict));
                }
            });
        }
        for (String test : missing) {
            last(test).ifPresent(verdict -> found.put(test, verdict));
        }
        return found;
    }

    private Optional<PastVerdict> last(String test) {
        return past(test).stream().findFirst();
    }

    /** What a test did behind the tested code, newest first, told by the ids that its commits have now. */
    List<PastVerdict> past(String test) {
        return site.journal().tests().past(site.repository(), anySource ? "" : source, test, beforeSeq, RUNS).stream()
                .filter(verdict -> lineage.behind(verdict.commit(), base).isPresent())
                .filter(verdict -> !isTheSameCode(verdict.treeId()))
                .map(this::here)
                .toList();
    }

    private boolean isTheSameCode(String other) {
        return anySource && !treeId.isEmpty() && treeId.equals(other);
    }

    private PastVerdict here(PastVerdict verdict) {
        String commit = lineage.behind(verdict.commit(), base).orElse(verdict.commit());
        return commit.equals(verdict.commit())
                ? verdict
                : new PastVerdict(
                        verdict.runId(),
                        commit,
                        verdict.uncommitted(),
                        verdict.treeId(),
                        verdict.status(),
                        verdict.flaky(),
                        verdict.failure(),
                        verdict.fingerprint());
    }
}
