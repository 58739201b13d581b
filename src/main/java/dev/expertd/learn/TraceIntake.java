package dev.expertd.learn;

import dev.expertd.journal.TraceStore;
import dev.expertd.model.ObservedRun;
import dev.expertd.model.Run;
import dev.expertd.model.Snapshot;
import dev.expertd.redact.Redacted;
import dev.expertd.trace.TraceFollower;
import dev.expertd.trace.TraceReading;
import dev.expertd.trace.TraceSource;
import dev.expertd.trace.TraceSources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Observes runs: reads what changed since the last look, as soon as it is complete. */
final class TraceIntake {
    /** A trace that is written in place is complete when it has been quiet for so long. */
    private static final Duration QUIET = Duration.ofMillis(300);

    /** The many files of one glob are one run when the whole glob has been quiet for so long. */
    private static final Duration GLOB_QUIET = Duration.ofSeconds(2);

    /** A trace that is still cut off after so long is taken as it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Site site;
    private final TraceFollower traces;
    private final boolean waits;
    private Optional<Duration> lookAgain = Optional.empty();

    /** With {@code waits} a trace that may still be growing is left for the next look; without, it is taken as it is. */
    TraceIntake(Site site, TraceFollower traces, boolean waits) {
        this.site = site;
        this.traces = traces;
        this.waits = waits;
    }

    /**
     * A run with the source it came from, when that was written, and on what it began to grow.
     *
     * @param takenUp notes that it was read, so that it will not be read again: to be run when the run is kept
     */
    record Seen(
            ObservedRun run,
            TraceSource source,
            Instant writtenAt,
            Optional<TraceStore.Growing> start,
            Runnable takenUp) {}

    /** Reads every source that changed; the traces themselves and expertise files are no part of the tested code. */
    List<Seen> observe(TraceSources.Found found, Predicate<String> isNoCode, Map<String, Redacted> waiting) {
        List<Seen> seen = new ArrayList<>();
        SafeNames names = new SafeNames(
                site.redactor(), found.sources().stream().map(TraceSource::name).toList());
        for (TraceSource source : found.sources()) {
            String stamp = source.stamp();
            String name = names.of(source.name());
            String before = site.journal().traces().stamp(site.repository(), site.worktree(), name);
            if (!stamp.equals(before)) {
                take(source, name, stamp, isNoCode, waiting).ifPresent(seen::add);
            }
        }
        site.journal()
                .traces()
                .gone(
                        site.repository(),
                        site.worktree(),
                        found.sources().stream()
                                .map(TraceSource::name)
                                .map(names::of)
                                .collect(Collectors.toSet()));
        seen.sort(Comparator.comparing(Seen::writtenAt));
        return seen;
    }

    /** When to look again at a trace that was not ready; empty if all were. */
    Optional<Duration> lookAgain() {
        return lookAgain;
    }

    private Optional<Seen> take(
            TraceSource source, String name, String stamp, Predicate<String> isNoCode, Map<String, Redacted> waiting) {
        Instant writtenAt = source.writtenAt();
        Duration age = Duration.between(writtenAt, site.now());
        boolean glob = source.files().size() > 1;
        Duration quiet = glob ? GLOB_QUIET : QUIET;
        TraceReading reading = traces.read(source.files());
        boolean fresh = !age.isNegative() && age.compareTo(quiet) < 0;
        boolean whole = reading instanceof TraceReading.Complete complete && !complete.mayGoOn();
        if (waits && fresh && (glob || !whole)) {
            again(quiet.minus(age));
            growing(name, isNoCode);
            waiting.put(name, site.safe("still being written"));
            return Optional.empty();
        }
        if (!stamp.equals(source.stamp())) {
            again(QUIET);
            return Optional.empty(); // it changed under our eyes
        }
        if (!whole && waits && age.compareTo(PATIENCE) < 0) {
            again(Duration.ofSeconds(Math.max(1, Math.min(10, age.toSeconds() / 2))));
            growing(name, isNoCode);
            String problem = problem(reading);
            waiting.put(name, site.safe(problem.isEmpty() ? "tests of its plan have not run yet" : problem));
            return Optional.empty();
        }
        Optional<TraceStore.Growing> start = site.journal().traces().growing(site.repository(), site.worktree(), name);
        Optional<Run> held = reading.toRun().map(run -> new SameContent(site).identified(run, name, source));
        if (held.isEmpty()) {
            takenUp(name, stamp, "", reading);
            return Optional.empty();
        }
        Run run = held.get();
        Snapshot tree = site.git().snapshot(isNoCode);
        new Snapshots(site).keep(tree);
        return Optional.of(new Seen(
                new ObservedRun(run, name, site.now(), tree),
                source,
                writtenAt,
                start,
                () -> takenUp(name, stamp, run.id(), reading)));
    }

    private void takenUp(String name, String stamp, String run, TraceReading reading) {
        site.journal()
                .traces()
                .takenUp(site.repository(), site.worktree(), name, stamp, run, site.safe(problem(reading)));
    }

    /** Notes on which code a trace began to grow. */
    private void growing(String name, Predicate<String> isNoCode) {
        TraceStore traces = site.journal().traces();
        if (traces.growing(site.repository(), site.worktree(), name).isEmpty()) {
            Snapshot tree = site.git().snapshot(isNoCode);
            traces.growing(
                    site.repository(), site.worktree(), name, new TraceStore.Growing(tree.head(), tree.isClean()));
        }
    }

    private void again(Duration delay) {
        Duration least = delay.compareTo(Duration.ofMillis(20)) < 0 ? Duration.ofMillis(20) : delay;
        lookAgain = lookAgain.filter(before -> before.compareTo(least) < 0).or(() -> Optional.of(least));
    }

    private static String problem(TraceReading reading) {
        if (reading instanceof TraceReading.Unreadable unreadable) {
            return unreadable.reason();
        }
        return reading instanceof TraceReading.Incomplete incomplete ? incomplete.reason() : "";
    }
}
