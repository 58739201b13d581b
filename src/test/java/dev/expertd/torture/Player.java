package dev.expertd.torture;

import java.nio.file.Path;
import java.util.Map;

/** Takes the steps of a history, one after another, and looks after each at what never may be. */
final class Player {
    private static final int PAUSE = 300;

    private final Estate estate;
    private final Victim victim;
    private final Commits commits;
    private final Branches branches;
    private final Stashes stashes;
    private final TestRuns runs;
    private final Human human;
    private final Killing killing;
    private final Check check;

    Player(Estate estate, Victim victim, Check check, Path home) {
        this.estate = estate;
        this.victim = victim;
        this.check = check;
        this.commits = new Commits(estate);
        this.branches = new Branches(estate);
        this.stashes = new Stashes(estate);
        this.runs = new TestRuns(estate);
        this.human = new Human(estate);
        this.killing = new Killing(estate, victim, home);
    }

    void play(Script script) {
        int number = 0;
        for (Step step : script.steps()) {
            number++;
            try {
                take(step);
                check.always(step);
            } catch (Broken e) {
                throw new Broken("step " + number + " (" + step.line() + "): " + e.getMessage());
            }
            estate.tally().count("steps");
        }
        check.addUp();
    }

    private void take(Step step) {
        switch (step.deed()) {
            case FIX -> commits.fix(step);
            case CHORE -> commits.chore(step);
            case EMPTY -> commits.empty(step);
            case BURST -> commits.burst(step);
            case NOTE -> commits.note();
            case AMEND -> commits.amend(step);
            case REWORD -> commits.reword(step);
            case BRANCH -> branches.branch(step);
            case SWITCH -> branches.switchTo(step);
            case MERGE -> branches.merge(step);
            case REBASE -> branches.rebase(step);
            case CLASH -> branches.clash(step);
            case STASH -> stashes.stash();
            case POP -> stashes.pop();
            case RESET_HARD -> branches.resetHard(step);
            case RESET_SOFT -> branches.resetSoft(step);
            case PICK -> branches.pick(step);
            case REVERT -> branches.revert(step);
            case WORKTREE_ADD -> stashes.addWorktree(step);
            case WORKTREE_REMOVE -> stashes.removeWorktree();
            case VISIT -> estate.visit(step.choice());
            case TAG -> commits.tag();
            case PACK -> commits.pack(step);
            case RED -> runs.red(step);
            case GREEN -> runs.green(step);
            case APPEND -> human.append(step);
            case EDIT -> human.reword(step);
            case DELETE -> human.delete(step);
            case DELETE_OURS -> human.deleteOurs(step);
            case PAUSE -> Processes.sleep(step.pick(1, PAUSE));
            case START -> victim.start(Map.of());
            case KILL -> killing.kill(step);
            case CHECK -> check();
        }
    }

    private void check() {
        victim.start(Map.of());
        victim.awaitReady();
        check.settled(new Step(Deed.CHECK, 0));
    }
}
