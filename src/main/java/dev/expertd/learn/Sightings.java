package dev.expertd.learn;

import dev.expertd.judge.Sighting;
import dev.expertd.model.Commit;
import java.util.Optional;

/** Gathers what is known of the code that a run tested. */
final class Sightings {
    private final Site site;
    private final HeadTimes heads;
    private final CommittedReports reports;

    Sightings(Site site) {
        this.site = site;
        this.heads = new HeadTimes(site.git());
        this.reports = new CommittedReports(site);
    }

    Sighting of(TraceIntake.Seen seen) {
        Optional<String> named = Optional.ofNullable(seen.run().run().commit())
                .flatMap(id -> site.git().commit(id))
                .map(Commit::id);
        Optional<String> carried = named.isPresent() ? Optional.empty() : reports.tested(seen.source());
        return new Sighting(
                named,
                carried,
                heads.madeSince(seen.writtenAt()),
                seen.start().map(start -> new Sighting.Start(start.head(), start.isClean())),
                seen.run().tree());
    }
}
