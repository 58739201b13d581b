package dev.expertd.learn;

import dev.expertd.config.SettingsSource;
import dev.expertd.git.GitReader;
import dev.expertd.io.Places;
import dev.expertd.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learns from history, into review and never into a file.
 *
 * <p>What was judged stands in the journal before it is counted, and is not judged again: interrupted, it goes on where
 * it ended. The same history gives the same drafts in the same order.
 */
public final class Backfill {
    /** So many silent commits are noted together; one that teaches is noted at once, so that the next ones know it. */
    private static final int BATCH = 100;

    private final Places places;
    private final Journal journal;
    private final Drafters drafters;
    private final Clock clock;
    private final Recent recent = new Recent();

    public Backfill(Places places, Journal journal, Drafters drafters, Clock clock) {
        this.places = places;
        this.journal = journal;
        this.drafters = drafters;
        this.clock = clock;
    }

    /** Gets to do something while nobody else changes what the journal knows of the repository. */
    @FunctionalInterface
    public interface Turn {
        void take(Runnable work) throws IOException;
    }

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {
        void at(int commit, int commits, int drafts);
    }

    /** Tells which range is meant. */
    @FunctionalInterface
    public interface Range {
        HistoryRange in(GitReader git);
    }

    /** Judges what was not judged before; {@code turn} is taken for each note into the journal, and only then. */
    public BackfillResult run(Path inside, Range range, Turn turn, Progress progress) {
        return Site.visit(
                inside,
                SettingsSource.asWritten(places.userSettings()),
                journal,
                clock,
                site -> run(site, range.in(site.git()), turn, progress));
    }

    /** Counts what {@link #run} would give, noting nothing; of very many commits, the newest. */
    public BackfillResult count(Path inside, Range range, int limit) {
        return Site.visit(inside, SettingsSource.asWritten(places.userSettings()), journal, clock, site -> {
            DraftDesk desk = new DraftDesk(site, drafters, Request.onHint(), recent);
            List<String> all = range.in(site.git()).commits(site.git());
            List<String> ids = all.subList(Math.max(0, all.size() - limit), all.size());
            return judge(
                    new HistoryJudging(site, desk),
                    ids,
                    (at, commits, drafts) -> {},
                    judged -> desk.remember(judged.learnings()));
        });
    }

    private BackfillResult run(Site site, HistoryRange range, Turn turn, Progress progress) throws IOException {
        HistoryJudging judging = new HistoryJudging(site, new DraftDesk(site, drafters, Request.onHint(), recent));
        List<HistoryJudging.Judged> batch = new ArrayList<>();
        BackfillResult result = judge(judging, range.commits(site.git()), progress, judged -> {
            batch.add(judged);
            if (!judged.learnings().isEmpty() || batch.size() == BATCH) {
                store(site, batch, turn);
            }
        });
        store(site, batch, turn);
        return result;
    }

    /** What becomes of each commit that was judged. */
    private interface Keeping {
        void keep(HistoryJudging.Judged judged) throws IOException;
    }

    private static BackfillResult judge(HistoryJudging judging, List<String> ids, Progress progress, Keeping keeping)
            throws IOException {
        BackfillResult.Count count = new BackfillResult.Count();
        int at = 0;
        for (String id : ids) {
            progress.at(at++, ids.size(), count.queued());
            if (judging.isKnown(id)) {
                count.known();
                continue;
            }
            Optional<HistoryJudging.Judged> judged = judging.judge(id);
            if (judged.isPresent()) {
                count.judged(judged.get());
                keeping.keep(judged.get());
            }
        }
        progress.at(ids.size(), ids.size(), count.queued());
        return count.of(ids.size());
    }

    private static void store(Site site, List<HistoryJudging.Judged> batch, Turn turn) throws IOException {
        if (!batch.isEmpty()) {
            turn.take(() -> site.journal().inTransaction(() -> batch.forEach(judged -> judged.store(site))));
            batch.clear();
        }
    }
}
