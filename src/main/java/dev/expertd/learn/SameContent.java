package dev.expertd.learn;

import dev.expertd.model.Run;
import dev.expertd.trace.TraceSource;
import java.util.Optional;

/**
 * Tells a report that was written again, letter for letter, from one that is only seen again. The same content is the
 * same run, as long as its source held nothing else in between: a report without times repeats itself whenever the same
 * tests pass. What git put back is never a new run.
 */
final class SameContent {
    /** Stands between the hash of a content and how often it was written. */
    private static final char AGAIN = '~';

    private final Site site;

    SameContent(Site site) {
        this.site = site;
    }

    /**
     * The run under the id by which the journal shall know it.
     *
     * @param name the source's name in the journal
     */
    Run identified(Run run, String name, TraceSource source) {
        String last = site.journal().traces().run(site.repository(), site.worktree(), name);
        if (content(last).equals(run.id())) {
            return run.withId(last);
        }
        if (last.isEmpty() || !isKnownFrom(run.id(), name)) {
            return run;
        }
        Optional<String> committed = new CommittedReports(site).tested(source);
        return committed.isPresent() ? run : run.withId(next(run.id()));
    }

    private boolean isKnownFrom(String id, String name) {
        return site.journal()
                .runs()
                .find(site.repository(), id)
                .filter(known -> known.source().equals(name) && known.worktree().equals(site.worktree()))
                .isPresent();
    }

    private String next(String content) {
        int times = 2;
        while (site.journal()
                .runs()
                .find(site.repository(), content + AGAIN + times)
                .isPresent()) {
            times++;
        }
        return content + AGAIN + times;
    }

    private static String content(String id) {
        int again = id.indexOf(AGAIN);
        return again < 0 ? id : id.substring(0, again);
    }
}
