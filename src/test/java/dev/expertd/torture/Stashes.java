package dev.expertd.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is put aside and taken back: stashes and checkouts. */
final class Stashes {
    private final Estate estate;

    Stashes(Estate estate) {
        this.estate = estate;
    }

    void stash() {
        Tree tree = estate.here();
        estate.memory().gitTakesAway();
        String before = tip(tree);
        if (!tree.git().attempt("stash", "push", "-q").isOk() || tip(tree).equals(before)) {
            return;
        }
        for (String file : Expertise.FILES) {
            List<String> kept = new Expertise(tree.git().show("stash@{0}", file)).human();
            if (!kept.equals(tree.due(file))) {
                throw new Broken("stashed lines of a human are " + kept + ", not " + tree.due(file));
            }
        }
        tree.reset();
    }

    /** Git merges what was put aside; where it cannot, the human lets it be. */
    void pop() {
        Tree tree = estate.here();
        if (tip(tree).isEmpty()) {
            return;
        }
        Map<String, List<String>> after = new HashMap<>();
        Map<String, String> stashed = new HashMap<>();
        for (String file : Expertise.FILES) {
            List<String> base = new Expertise(tree.git().show("stash@{0}^1", file)).human();
            stashed.put(file, tree.git().show("stash@{0}", file));
            List<String> theirs = new Expertise(stashed.get(file)).human();
            List<String> due = new ArrayList<>(tree.due(file));
            base.stream().filter(line -> !theirs.contains(line)).forEach(due::remove);
            theirs.stream().filter(line -> !base.contains(line)).forEach(due::add);
            after.put(file, due);
        }
        estate.memory().gitTakesAway();
        String before = tip(tree);
        if (tree.git().attempt("stash", "pop", "-q").isOk()) {
            after.forEach(tree::due);
            stashed.forEach((file, text) -> tidy(tree, file, text));
            tree.git().attempt("reset", "-q");
        } else if (tip(tree).equals(before)) {
            boolean refused =
                    tree.git().run("diff", "--name-only", "--diff-filter=U").isBlank();
            if (refused) {
                estate.tally().count("git refused");
                return;
            }
            tree.git().run("reset", "-q", "--hard");
            tree.reset();
            tree.git().run("stash", "drop", "-q");
        }
    }

    /** A line that was stashed and stood there again already is there twice now, and that was git. */
    private void tidy(Tree tree, String file, String stashed) {
        Expertise now = tree.now(file);
        List<String> byGit = now.doubled().stream()
                .filter(line -> new Expertise(stashed).ours().contains(line))
                .toList();
        if (!byGit.isEmpty()) {
            estate.tally().count("lines doubled by git itself", byGit.size());
            tree.write(file, now.tidied().text());
        }
    }

    private static String tip(Tree tree) {
        return tree.git()
                .attempt("rev-parse", "-q", "--verify", "refs/stash")
                .text()
                .strip();
    }

    void addWorktree(Step step) {
        if (estate.trees().size() > 2) {
            return;
        }
        String name = "tree" + estate.memory().next();
        String from = step.chance(1, 50) ? "HEAD" : "HEAD~1";
        Git git = estate.here().git();
        if (git.attempt("worktree", "add", "-q", "-b", name, estate.site(name).toString(), from)
                .isOk()) {
            estate.built(new Tree(estate.site(name)));
            estate.tally().count("worktrees");
        }
    }

    void removeWorktree() {
        if (!estate.isLinked()) {
            return;
        }
        estate.memory().gitTakesAway();
        Git git = estate.main().git();
        String root = estate.here().root().toString();
        if (git.attempt("worktree", "remove", "-f", root).isOk()) {
            estate.tornDown();
        }
    }
}
