package dev.expertd.learn;

import dev.expertd.config.LastGoodSettings;
import dev.expertd.config.SettingsSource;
import dev.expertd.expertise.ExpertiseWriter;
import dev.expertd.expertise.LateEdits;
import dev.expertd.io.DurableFile;
import dev.expertd.io.Places;
import dev.expertd.io.Spool;
import dev.expertd.io.Staging;
import dev.expertd.journal.Journal;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.model.ExpertView;
import dev.expertd.redact.Redacted;
import dev.expertd.trace.TraceFollower;
import dev.expertd.trace.TraceSources;
import dev.expertd.upkeep.Doubts;
import dev.expertd.upkeep.LineLook;
import dev.expertd.upkeep.Orphans;
import dev.expertd.upkeep.Restored;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The one pass over a worktree: it compares what is on disk with what the journal has seen, and brings the difference
 * to its end. Made twice, the second finds nothing to do.
 *
 * <p>Whatever interrupts it, nothing is lost and nothing happens twice: what was found is in the journal before a
 * checkpoint moves, what was decided is in the journal before a file is written, and a line that is in the file already
 * is not written again. One that is used for many passes reads of a trace that grows only what is new.
 */
public final class Learner {
    private static final Duration BEING_MADE = Duration.ofSeconds(1);

    /** A daemon judges commits for so long before it lets other repositories have their turn. */
    private static final Duration SLICE = Duration.ofMillis(300);

    private final Places places;
    private final Journal journal;
    private final Drafters drafters;
    private final Clock clock;
    private final Recent recent = new Recent();
    private final TraceFollower traces = new TraceFollower();
    private final LateEdits late = new LateEdits();
    private final SettingsSource written;
    private final LastGoodSettings lastGood;
    private final Vanished vanished = new Vanished();
    private final Set<Path> swept = ConcurrentHashMap.newKeySet();

    public Learner(Places places, Journal journal, Drafters drafters, Clock clock) {
        this.places = places;
        this.journal = journal;
        this.drafters = drafters;
        this.clock = clock;
        this.written = SettingsSource.asWritten(places.userSettings());
        this.lastGood = new LastGoodSettings(places.userSettings());
    }

    /**
     * Makes one pass; the caller holds the repository's lock.
     *
     * @param inside any folder inside the work tree
     * @throws LearnException if there is nothing that could be looked at
     */
    public PassResult learn(Path inside, Request request) {
        return Site.visit(inside, request.oneShot() ? written : lastGood, journal, clock, site -> {
            Map<String, Redacted> waiting = new TreeMap<>();
            for (String problem : site.checkout().problems()) {
                waiting.put(site.safe(problem.split(" ", 2)[0]).text(), site.safe(problem));
            }
            return pass(site, request, waiting);
        });
    }

    /**
     * Sees whether somebody still writes to a file that was replaced. Cheap, and made without the repository's lock.
     *
     * @param root the work tree
     * @return when to glance again; zero if a pass is worth it now, empty if there is nothing to glance at
     */
    public Optional<Duration> glance(Path root) {
        try {
            return late.glance(root);
        } catch (IOException e) {
            return Optional.of(Duration.ZERO); // a pass says what is wrong there
        }
    }

    /**
     * Puts right every reference of every expertise file that is certain; the caller holds the repository's lock.
     *
     */
    public FixedReferences fixReferences(Path inside) {
        return Site.visit(inside, written, journal, clock, site -> {
            Map<String, Redacted> waiting = new TreeMap<>();
            List<ReferenceEdit> made = new ReferenceFollowing(site, writer(site), waiting).fixAll();
            return new FixedReferences(made, waiting);
        });
    }

    /**
     * Takes corrections of references back for good; the caller holds the repository's lock.
     *
     * @return the files that could not be written now, and why
     */
    public Map<String, Redacted> undoReferences(Path inside, List<ReferenceEdit> edits) {
        return Site.visit(inside, written, journal, clock, site -> {
            Map<String, Redacted> waiting = new TreeMap<>();
            new ReferenceUndoing(site, writer(site), waiting).undo(edits);
            return waiting;
        });
    }

    private PassResult pass(Site site, Request request, Map<String, Redacted> waiting) throws IOException {
        long begun = System.nanoTime();
        boolean firstLook = !journal.checkpoints().knows(site.repository());
        if (isBeingMade(site)) {
            return new PassResult(List.of(), Optional.of(BEING_MADE), Set.of(site.root()), waiting);
        }
        Optional<Duration> back = request.oneShot() ? Vanished.hidesLines(site) : vanished.mayComeBack(site);
        if (back.isPresent()) {
            journal.inTransaction(() -> journal.checkpoints().nowWaiting(site.repository(), site.worktree(), waiting));
            return new PassResult(List.of(), back, Set.of(site.root()), waiting);
        }
        Ledger ledger = new Ledger();
        ActKeeping acts = new ActKeeping(site);
        DraftDesk desk = new DraftDesk(site, drafters, request, recent);
        DeltaDrafting deltas = new DeltaDrafting(site, acts, desk, drafters);
        TraceSources sources = new TraceSources(site.root(), site.settings().traces());
        TraceSources.Found found = sources.find();

        if (swept.add(site.root())) {
            sweepTemporaries(site);
        }
        Optional<Instant> restored = journal.care().restored(site.repository(), site.worktree());
        if (restored.isPresent()) {
            new Restored(site.checkout()).settle();
        }
        new Orphans(site.checkout()).adopt();
        Optional<Duration> secondLook = new LineLook(site.checkout()).look();

        observeCommits(site, request, restored);
        CommitJudging commits = new CommitJudging(site, acts, desk, deltas, ledger);
        if (!commits.judgeFound(turn(request, begun))) {
            return new PassResult(ledger.read(site), Optional.of(Duration.ZERO), watched(site, found), waiting);
        }

        TraceIntake intake = new TraceIntake(site, traces, !request.oneShot());
        RunJudging runs = new RunJudging(site, acts, deltas, new Suspicions(site), ledger);
        Sightings sightings = new Sightings(site);
        List<String> judged = new ArrayList<>();
        for (TraceIntake.Seen seen :
                intake.observe(found, path -> sources.isTrace(path) || site.isExpertiseFile(path), waiting)) {
            boolean history = firstLook
                    || restored.filter(at -> !seen.writtenAt().isAfter(at)).isPresent();
            runs.judge(seen.run(), sightings.of(seen), history, seen.takenUp());
            judged.add(seen.run().run().id());
        }
        if (!judged.isEmpty()) {
            new Doubts(site.checkout()).afterRuns(judged);
        }
        if (request.saysSomething()) {
            new NoteTaking(site, drafters, desk, acts, ledger).take(request);
        }
        deltas.finish(ledger);
        new Overdue(site).release();
        new Snapshots(site).forget();

        ExpertiseWriter writer = request.oneShot() ? writer(site) : new ExpertiseWriter(clock, staging(site), late);
        Optional<Duration> again = request.dryRun() ? Optional.empty() : new LineWriting(site, writer, waiting).write();
        Optional<Duration> moved =
                request.dryRun() ? Optional.empty() : new ReferenceFollowing(site, writer, waiting).follow();
        journal.inTransaction(() -> {
            journal.checkpoints().nowWaiting(site.repository(), site.worktree(), waiting);
            if (restored.isPresent() && intake.lookAgain().isEmpty()) {
                journal.care().livedWith(site.repository(), site.worktree());
            }
        });
        return new PassResult(
                ledger.read(site),
                soonest(List.of(
                        again,
                        moved,
                        intake.lookAgain(),
                        commits.settling(),
                        secondLook,
                        late.look(site.root(), writer))),
                watched(site, found),
                waiting);
    }

    /** As long again as it took to come that far: or a long backlog would spend its turns on looking at itself. */
    private static BooleanSupplier turn(Request request, long begun) {
        long[] until = {0};
        return () -> {
            long now = System.nanoTime();
            if (until[0] == 0) {
                until[0] = now + Math.max(SLICE.toNanos(), now - begun);
            }
            return request.oneShot() || now - until[0] < 0;
        };
    }

    /**
     * A repository that had commits and has none: another one is being made in its place, as by a clone. Before its first
     * commit nobody can tell whether what waits to be written belongs there.
     */
    private boolean isBeingMade(Site site) {
        return !journal.checkpoints().tips(site.repository()).isEmpty()
                && site.git().tips().isEmpty();
    }

    private ExpertiseWriter writer(Site site) {
        return new ExpertiseWriter(clock, staging(site));
    }

    private Staging staging(Site site) {
        return new Staging(places.staging(site.repository()));
    }

    /** What a process that was killed in the middle of writing left behind. */
    private void sweepTemporaries(Site site) throws IOException {
        staging(site).sweep();
        for (ExpertView view : site.experts()) {
            DurableFile.sweepTemporaries(
                    site.root().resolve(view.expert().file()).toRealPath());
        }
    }

    private void observeCommits(Site site, Request request, Optional<Instant> restored) throws IOException {
        CommitIntake intake = new CommitIntake();
        Spool spool = new Spool(places.spool(site.repository()), clock);
        Spool.Reading spooled;
        do {
            spooled = spool.read(journal.checkpoints().spoolOffset(site.repository()));
            intake.observe(site, spooled, restored);
        } while (!spooled.isAll());
        if (spool.rotateIfFull(spooled.nextOffset())) {
            journal.checkpoints().moveSpool(site.repository(), 0);
        }
        if (request.byHand()) {
            intake.observeByHand(site, request.since());
        }
    }

    private static Set<Path> watched(Site site, TraceSources.Found found) {
        Set<Path> folders = new LinkedHashSet<>(found.folders());
        found.sources().forEach(source -> source.files().stream().limit(50).forEach(folders::add));
        site.journal()
                .learnings()
                .files(site.repository(), site.worktree())
                .forEach(file -> folders.add(site.root().resolve(file)));
        folders.add(site.git().layout().gitDir());
        folders.add(site.git().layout().gitDir().resolve("HEAD"));
        folders.add(site.git().layout().gitDir().resolve("logs/HEAD"));
        folders.add(site.git().layout().commonDir().resolve("packed-refs"));
        folders.add(site.git().layout().gitDir().resolve("logs"));
        folders.add(site.git().layout().commonDir().resolve("refs/heads"));
        return folders;
    }

    private static Optional<Duration> soonest(List<Optional<Duration>> looks) {
        return looks.stream().flatMap(Optional::stream).min(Duration::compareTo);
    }
}
