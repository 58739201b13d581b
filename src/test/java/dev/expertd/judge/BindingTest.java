package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Commit;
import dev.expertd.model.Snapshot;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BindingTest {
    private static final Snapshot CLEAN = new Snapshot("head", "tree", new TreeMap<>(), true);

    @Test
    void aCleanTreeIsTheCommitItself() {
        Binding binding = Binding.atSight(sighting(CLEAN));
        assertThat(binding.commit()).isEqualTo("head");
        assertThat(binding.confidence()).isEqualTo(1);
    }

    @Test
    void aReportThatNamesItsCommitBeatsWhatIsCheckedOut() {
        assertThat(Binding.atSight(new Sighting(
                                Optional.of("named"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                dirty("a", "1")))
                        .commit())
                .isEqualTo("named");
    }

    @Test
    void anUncommittedTreeWaitsForItsCommit() {
        assertThat(Binding.atSight(sighting(dirty("a", "1"))).isProvisional()).isTrue();
    }

    @Test
    void aTraceOlderThanTheCheckoutLikelyRanOnWhatWasCommittedNext() {
        Binding binding = Binding.atSight(
                new Sighting(Optional.empty(), Optional.empty(), Optional.of("next"), Optional.empty(), CLEAN));
        assertThat(binding.commit()).isEqualTo("next");
        assertThat(binding.confidence()).isEqualTo(Binding.LIKELY);
    }

    @Test
    void theCommitThatHoldsWhatWasTestedTakesTheRun() {
        assertThat(Binding.toNext(dirty("a", "1"), commit("head"), Map.of("a", "1"), BindingTest::never))
                .hasValueSatisfying(binding -> assertThat(binding.commit()).isEqualTo("next"));
    }

    @Test
    void aCommitOfOnlySomeTestedFilesTakesTheRunToo() {
        assertThat(Binding.toNext(dirty("a", "1", "b", "2"), commit("head"), Map.of("a", "1"), BindingTest::never))
                .isPresent();
    }

    @Test
    void aDeletedFileMustBeDeletedInBoth() {
        assertThat(Binding.toNext(dirty("a", ""), commit("head"), Map.of("a", ""), BindingTest::never))
                .isPresent();
        assertThat(Binding.toNext(dirty("a", "1"), commit("head"), Map.of("a", ""), BindingTest::never))
                .isEmpty();
    }

    @Test
    void aCommitWithOtherContentDoesNotTakeTheRun() {
        assertThat(Binding.toNext(dirty("a", "1"), commit("head"), Map.of("a", "2"), BindingTest::never))
                .isEmpty();
        assertThat(Binding.toNext(dirty("a", "1"), commit("head"), Map.of("c", "3"), BindingTest::never))
                .isEmpty();
    }

    @Test
    void aFormattingHookTakesLittleConfidenceAway() {
        assertThat(Binding.toNext(
                        dirty("a", "1", "b", "2"),
                        commit("head"),
                        Map.of("a", "1", "b", "3"),
                        path -> path.equals("b") ? Holding.REFORMATTED : Holding.NOT))
                .hasValueSatisfying(binding -> {
                    assertThat(binding.confidence()).isEqualTo(0.9);
                    assertThat(binding.isOfAll()).isTrue();
                });
    }

    @Test
    void laterEditsLeaveTheCommitLikely() {
        assertThat(Binding.toNext(dirty("a", "1"), commit("head"), Map.of("a", "1", "c", "3"), BindingTest::never))
                .hasValueSatisfying(binding -> {
                    assertThat(binding.confidence()).isEqualTo(Binding.LIKELY);
                    assertThat(binding.isOfAll()).isFalse();
                });
        assertThat(Binding.toNext(dirty("a", "1"), commit("head"), Map.of("a", "2"), path -> Holding.AND_MORE))
                .hasValueSatisfying(binding -> assertThat(binding.isOfAll()).isFalse());
    }

    @Test
    void aCommitOnAnotherParentDoesNotTakeTheRun() {
        assertThat(Binding.toNext(dirty("a", "1"), commit("elsewhere"), Map.of("a", "1"), BindingTest::never))
                .isEmpty();
    }

    @Test
    void anUnknownTreeBindsToNoLaterCommit() {
        assertThat(Binding.toNext(Snapshot.unknown("head"), commit("head"), Map.of("a", "1"), BindingTest::never))
                .isEmpty();
    }

    @Test
    void aCheckoutThatMovedWhileTheRunGrewLowersTheConfidence() {
        Binding clean = Binding.atSight(started("before", true, CLEAN));
        assertThat(clean.commit()).isEqualTo("before");
        assertThat(clean.confidence()).isEqualTo(Binding.LIKELY);
        Binding dirty = Binding.atSight(started("before", false, CLEAN));
        assertThat(dirty.commit()).isEqualTo("head");
        assertThat(dirty.confidence()).isEqualTo(0.5);
        assertThat(dirty.reason()).contains("from before to head");
    }

    @Test
    void anEditDuringTheRunLeavesItWithTheCommitThatItBeganOn() {
        Binding binding = Binding.atSight(started("head", true, dirty("a", "1")));
        assertThat(binding.commit()).isEqualTo("head");
        assertThat(binding.confidence()).isEqualTo(Binding.LIKELY);
        assertThat(Binding.atSight(started("head", false, dirty("a", "1"))).isProvisional())
                .isTrue();
    }

    @Test
    void aCommittedReportTestedTheCommitThatCarriesIt() {
        assertThat(Binding.atSight(new Sighting(
                                Optional.empty(), Optional.of("carrier"), Optional.of("next"), Optional.empty(), CLEAN))
                        .commit())
                .isEqualTo("carrier");
    }

    private static Sighting sighting(Snapshot tree) {
        return new Sighting(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), tree);
    }

    private static Sighting started(String head, boolean clean, Snapshot tree) {
        return new Sighting(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Sighting.Start(head, clean)),
                tree);
    }

    private static Holding never(String path) {
        assertThat(path).isNotEmpty();
        return Holding.NOT;
    }

    private static Snapshot dirty(String... pathsAndBlobs) {
        TreeMap<String, String> changed = new TreeMap<>();
        for (int i = 0; i < pathsAndBlobs.length; i += 2) {
            changed.put(pathsAndBlobs[i], pathsAndBlobs[i + 1]);
        }
        return new Snapshot("head", "dirty tree", changed, true);
    }

    private static Commit commit(String parent) {
        return new Commit(
                "next",
                List.of(parent),
                "a@example.com",
                OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                Instant.EPOCH,
                "x",
                List.of());
    }
}
