package dev.expertd.torture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Kills the daemon, where it can at work, and counts what it was doing. */
final class Killing {
    private static final int AT_WORK = 120;
    private static final int CATCHING_UP = 500;
    private static final int PATIENCE = 5;

    /** Where the program can be told to die, in the order of the way of a commit. */
    private static final List<String> PLACES = List.of(
            "found",
            "checkpoint",
            "judged",
            "intended",
            "temporary-begun",
            "temporary-written",
            "before-rename",
            "after-rename",
            "late-edits-read",
            "effect",
            "done");

    private final Estate estate;
    private final Victim victim;
    private final Commits commits;
    private final TestRuns runs;
    private final Path home;

    Killing(Estate estate, Victim victim, Path home) {
        this.estate = estate;
        this.victim = victim;
        this.commits = new Commits(estate);
        this.runs = new TestRuns(estate);
        this.home = home;
    }

    /**
     * At a random instant: a moment after something happened if it runs; if not, it is started and killed while it
     * catches up, or now and then before it looks at anything.
     */
    void kill(Step step) {
        if (victim.isAlive() && victim.isReady()) {
            work(step);
            Processes.sleep(step.pick(1, AT_WORK));
        } else if (!victim.isAlive() && step.chance(7, 50)) {
            dieAt(PLACES.get(step.pick(8, PLACES.size())), step);
        } else {
            if (step.chance(2, 70)) {
                work(step);
            }
            victim.start(Map.of());
            if (step.chance(3, 20)) {
                Processes.sleep(step.pick(4, 400));
            } else {
                victim.awaitReady();
                Processes.sleep(step.pick(4, CATCHING_UP));
            }
        }
        end(step);
    }

    /** Something is to be done, and the daemon dies at one named place on the way; without one, it is killed. */
    private void dieAt(String place, Step step) {
        commits.fix(step);
        victim.start(Map.of("EXPERTD_FAILPOINT", place + (step.chance(9, 25) ? ":2" : "")));
        if (victim.diesWithin(PATIENCE)) {
            estate.tally().count("kills at a named place");
            estate.tally().count("kills at a named place: " + place);
        }
    }

    private void end(Step step) {
        boolean ready = victim.isReady();
        victim.kill();
        Tally tally = estate.tally();
        tally.count("kills");
        if (ready) {
            Peek peek = Peek.at(home, estate);
            tally.count("kills at work: any", peek.hitWork() ? 1 : 0);
            tally.count("kills at work: a commit not yet found", peek.headsWaiting() > 0 ? 1 : 0);
            tally.count("kills at work: a commit found, not judged", peek.commitsFound() > 0 ? 1 : 0);
            tally.count("kills at work: a line intended, not done", peek.linesUnderWay() > 0 ? 1 : 0);
            tally.count("kills at work: a temporary file left", peek.draftLeft() ? 1 : 0);
        } else {
            tally.count("kills before the first look");
        }
        if (step.chance(5, 60)) {
            victim.start(Map.of());
        }
    }

    private void work(Step step) {
        switch (step.pick(6, 6)) {
            case 0 -> runs.green(step);
            case 1 -> commits.chore(step);
            default -> commits.fix(step);
        }
    }
}
