package dev.expertd.torture;

import java.util.Random;

/**
 * Events of all kinds in one repository, without end and without the repository growing wider: files, branches and
 * checkouts come and go, so that what grows is what expertd keeps.
 */
final class SoakEvents {
    private static final int FILES = 40;
    private static final int TIMES = 8;

    private final Estate estate;
    private final TestRuns runs;
    private final Human human;
    private final Random random;
    private int number;

    SoakEvents(Estate estate, long seed) {
        this.estate = estate;
        this.runs = new TestRuns(estate);
        this.human = new Human(estate);
        this.random = new Random(seed);
    }

    void next() {
        number++;
        Step step = new Step(Deed.PAUSE, random.nextInt(1_000_000));
        switch (random.nextInt(12)) {
            case 0 ->
                commit("fix: part " + number + "\n\npart_" + number + "() crashed with a Part" + number
                        + "Error because table_" + number + " is missing. Create table_" + number + " before part_"
                        + number + "() runs.\n");
            case 1, 2, 3 -> commit("Change part " + number);
            case 4 -> amend();
            case 5 -> mergedBranch();
            case 6 -> rebasedBranch();
            case 7 -> stashed();
            case 8 -> worktree();
            case 9 -> runs.run(step, estate.here());
            case 10 -> edited(step);
            default -> reportsAnew(step);
        }
    }

    private void commit(String message) {
        commit(estate.here(), message);
    }

    private void commit(Tree tree, String message) {
        String file = "app/part_" + number % FILES + ".py";
        tree.write(file, "def part_" + number + "():\n    return table_" + number + "\n");
        tree.git().run("add", "-A");
        tree.git().run("commit", "-q", "-m", message);
    }

    private void amend() {
        estate.here().git().run("commit", "-q", "--amend", "--allow-empty", "-m", "Amended " + number);
    }

    private void mergedBranch() {
        branch();
        insist("merge", "-q", "--no-ff", "-m", "Merge", "side");
        insist("branch", "-D", "side");
    }

    private void rebasedBranch() {
        branch();
        insist("switch", "-q", "side");
        insist("rebase", "-q", "main");
        insist("switch", "-q", "main");
        insist("branch", "-D", "side");
    }

    /** One commit on a side branch and another on the main one, in files of their own. */
    private void branch() {
        insist("switch", "-q", "-c", "side");
        commit("On the side " + number);
        insist("switch", "-q", "main");
        estate.here().write("app/main_only.py", "MAIN = " + number + "\n");
        insist("add", "app/main_only.py");
        insist("commit", "-q", "-m", "On main " + number);
    }

    /** A line that is written at this moment stops git, and two branches that both keep lines are in conflict. */
    private void insist(String... command) {
        Tree tree = estate.here();
        Git git = tree.git();
        for (int i = 0; i < TIMES && !git.attempt(command).isOk(); i++) {
            if (Branches.isUnderWay(tree)) {
                goOn(tree, command[0]);
                return;
            }
            git.run("add", "-A");
            git.attempt("commit", "-q", "-m", "Keep learnings");
        }
    }

    private static void goOn(Tree tree, String verb) {
        for (int i = 0; i < TIMES && Branches.isUnderWay(tree); i++) {
            Branches.resolve(tree);
            if (verb.equals("merge")) {
                tree.git().attempt("commit", "-q", "--no-edit");
            } else if (!tree.git().attempt(verb, "--continue").isOk()) {
                tree.git().attempt(verb, "--skip");
            }
        }
    }

    private void stashed() {
        Tree tree = estate.here();
        tree.write("app/stashed.py", "STASHED = " + number + "\n");
        tree.git().run("add", "-A");
        tree.git().run("stash", "push", "-q");
        if (!tree.git().attempt("stash", "pop", "-q").isOk()) {
            tree.git().run("reset", "-q", "--hard");
            tree.git().attempt("stash", "drop", "-q");
        }
    }

    private void worktree() {
        Git git = estate.here().git();
        String root = estate.site("tree").toString();
        git.run("worktree", "add", "-q", "--detach", root, "HEAD");
        Tree linked = new Tree(estate.site("tree"));
        commit(linked, "Detached " + number);
        git.run("worktree", "remove", "-f", root);
    }

    /** A line of a person comes and goes. */
    private void edited(Step step) {
        if (estate.here().due(Expertise.FILES.get(0)).size() > 5) {
            human.delete(new Step(Deed.DELETE, step.choice()));
        } else {
            human.append(step);
        }
    }

    /** The folder of reports is removed and made again. */
    private void reportsAnew(Step step) {
        Folders.delete(estate.here().root().resolve("reports"));
        runs.run(step, estate.here());
    }
}
