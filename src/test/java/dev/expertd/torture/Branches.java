package dev.expertd.torture;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Branches, and everything that brings the work of one to another. */
final class Branches {
    private static final int PICKS = 20;

    private final Estate estate;

    Branches(Estate estate) {
        this.estate = estate;
    }

    void branch(Step step) {
        Tree tree = estate.here();
        String from = step.chance(1, 60) ? "HEAD" : "HEAD~" + step.pick(2, 4);
        tree.moving(() -> tried(
                tree.git().attempt("switch", "-q", "-c", "b" + estate.memory().next(), from)));
    }

    void switchTo(Step step) {
        Tree tree = estate.here();
        other(tree, step).forEach(branch -> tree.moving(() -> tried(tree.git().attempt("switch", "-q", branch))));
    }

    void merge(Step step) {
        Tree tree = estate.here();
        for (String branch : other(tree, step)) {
            String how = step.chance(3, 50) ? "--no-ff" : "--ff";
            bring(tree, step, "merge", "merge", "-q", how, "-m", "Merge " + branch, branch);
        }
    }

    void rebase(Step step) {
        Tree tree = estate.here();
        for (String branch : other(tree, step)) {
            String how = step.chance(3, 30) ? "--apply" : "--merge";
            bring(tree, step, "rebase", "rebase", "-q", how, branch);
        }
    }

    /** Two branches that say different things of one line, and one of them rebased or merged. */
    void clash(Step step) {
        Tree tree = estate.here();
        Git git = tree.git();
        String mine = "b" + estate.memory().next();
        String theirs = "b" + estate.memory().next();
        if (!tree.isClean()) {
            git.run("add", "-A");
            git.attempt("commit", "-q", "-m", "Before a clash");
        }
        tree.moving(() -> {
            if (git.attempt("switch", "-q", "-c", theirs).isOk()) {
                clashing(tree, "theirs " + step.choice());
                tried(git.attempt("switch", "-q", "-c", mine, "HEAD~1"));
                clashing(tree, "mine " + step.choice());
            }
        });
        String verb = step.chance(1, 60) ? "rebase" : "merge";
        bring(tree, step, verb, verb, "-q", theirs);
    }

    private void clashing(Tree tree, String text) {
        tree.write("app/clash.py", "CLASH = \"" + text + "\"\n");
        tree.git().run("add", "app/clash.py");
        tree.git().attempt("commit", "-q", "-m", "Clash " + text);
    }

    void pick(Step step) {
        Tree tree = estate.here();
        for (String branch : other(tree, step)) {
            bring(tree, step, "cherry-pick", "cherry-pick", branch + "~" + step.pick(3, 3));
        }
    }

    void revert(Step step) {
        Tree tree = estate.here();
        bring(tree, step, "revert", "revert", "--no-edit", "HEAD~" + step.pick(1, 3));
    }

    void resetHard(Step step) {
        Tree tree = estate.here();
        estate.memory().gitTakesAway();
        if (tree.git()
                .attempt("reset", "-q", "--hard", "HEAD~" + step.pick(1, 3))
                .isOk()) {
            tree.reset();
        }
    }

    void resetSoft(Step step) {
        String how = step.chance(1, 50) ? "--soft" : "--mixed";
        tried(estate.here().git().attempt("reset", "-q", how, "HEAD~1"));
    }

    /** Runs a command that may stop in a conflict, which is resolved or given up. */
    private void bring(Tree tree, Step step, String verb, String... command) {
        tree.moving(() -> {
            Git git = tree.git();
            if (!git.attempt(command).isOk()) {
                if (!isUnderWay(tree)) {
                    estate.tally().count("git refused");
                    return;
                }
                estate.tally().count("conflicts");
                for (int i = 0; i < PICKS && isUnderWay(tree); i++) {
                    if (step.chance(9, 40)) {
                        break;
                    }
                    resolve(tree);
                    String on = verb.equals("merge") ? "commit" : verb;
                    boolean ok = on.equals("commit")
                            ? git.attempt("commit", "-q", "--no-edit").isOk()
                            : git.attempt(verb, "--continue").isOk();
                    if (!ok && unmerged(git).isEmpty() && isUnderWay(tree) && !verb.equals("merge")) {
                        git.attempt(verb, "--skip");
                    }
                }
                if (isUnderWay(tree)) {
                    estate.memory().gitTakesAway();
                    git.run(verb, "--abort");
                }
            }
        });
        tidy(tree);
    }

    /** Where git put a line twice, the human takes one out. */
    private void tidy(Tree tree) {
        List<String> doubled = new ArrayList<>();
        for (String file : Expertise.FILES) {
            Expertise committed = tree.committed(file);
            if (!committed.doubled().isEmpty()) {
                doubled.add(file);
                tree.write(file, tree.now(file).tidied().text());
                tree.due(file, tree.due(file).stream().distinct().toList());
                estate.tally()
                        .count(
                                "lines doubled by git itself",
                                committed.doubled().size());
            }
        }
        if (!doubled.isEmpty()) {
            doubled.forEach(file -> tree.git().run("add", file));
            tree.git().attempt("commit", "-q", "-m", "Tidy up after a merge");
        }
    }

    /** Keeps what both sides say, each line once. */
    static void resolve(Tree tree) {
        for (String path : unmerged(tree.git())) {
            if (Files.exists(tree.root().resolve(path))) {
                tree.write(path, new Expertise(tree.read(path)).tidied().text());
            }
        }
        tree.git().run("add", "-A");
    }

    private static List<String> unmerged(Git git) {
        return git.lines("diff", "--name-only", "--diff-filter=U");
    }

    static boolean isUnderWay(Tree tree) {
        return List.of("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply").stream()
                .anyMatch(name -> Files.exists(tree.git().directory().resolve(name)));
    }

    private void tried(Git.Said said) {
        if (!said.isOk()) {
            estate.tally().count("git refused");
        }
    }

    /** One of the other branches; none if there is no other. */
    private List<String> other(Tree tree, Step step) {
        String own = tree.git()
                .attempt("symbolic-ref", "-q", "--short", "HEAD")
                .text()
                .strip();
        List<String> others = tree.git().lines("for-each-ref", "--format=%(refname:short)", "refs/heads").stream()
                .filter(branch -> !branch.equals(own))
                .toList();
        return others.isEmpty() ? List.of() : List.of(others.get(step.pick(20, others.size())));
    }
}
