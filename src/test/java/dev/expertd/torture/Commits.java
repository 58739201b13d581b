package dev.expertd.torture;

import java.util.List;

/** Commits and what is done to the last one. */
final class Commits {
    private final Estate estate;

    Commits(Estate estate) {
        this.estate = estate;
    }

    /** A repair whose message states symptom, cause and remedy: it gives a line for sure. */
    void fix(Step step) {
        int n = estate.memory().next();
        String area = step.chance(1, 70) ? "app" : "web";
        Tree tree = estate.here();
        String file = area + "/part_" + n + ".py";
        tree.write(file, "def part_" + n + "():\n    create(\"table_" + n + "\")\n    return " + n + "\n");
        String message = "fix: part_" + n + " of the " + area + "\n\npart_" + n + "() crashed with a Part" + n
                + "Error because table_" + n + " is missing. Create table_" + n + " before part_" + n + "() runs.\n";
        if (commit(step, file, message)) {
            estate.memory().lesson("table_" + n);
            estate.tally().count("commits that teach");
        }
    }

    /** A commit that teaches nothing. */
    void chore(Step step) {
        int n = estate.memory().next();
        String file = step.chance(1, 50) ? "docs/note_" + n + ".txt" : "app/service.py";
        Tree tree = estate.here();
        tree.write(file, tree.read(file) + "# note " + n + "\n");
        commit(step, file, "Note " + n);
    }

    void empty(Step step) {
        estate.here().git().attempt("commit", "-q", "--allow-empty", "-m", "Empty " + step.choice());
    }

    void burst(Step step) {
        for (int i = 0; i < 5; i++) {
            fix(new Step(Deed.FIX, step.choice() + i));
        }
    }

    /** The human commits the lines that lie about. */
    void note() {
        Tree tree = estate.here();
        List<String> before = Expertise.FILES.stream()
                .flatMap(file -> tree.due(file).stream())
                .toList();
        tree.git().run("add", "-A");
        if (tree.git().attempt("commit", "-q", "-m", "Keep learnings").isOk()) {
            List<String> after = Expertise.FILES.stream()
                    .flatMap(file -> tree.committed(file).human().stream())
                    .toList();
            if (!before.equals(after)) {
                throw new Broken("committed lines of a human are " + after + ", not " + before);
            }
        }
    }

    void amend(Step step) {
        Tree tree = estate.here();
        if (step.chance(1, 50)) {
            tree.write("app/amended.py", "AMENDED = " + step.choice() + "\n");
            tree.git().run("add", "app/amended.py");
        }
        tree.git().attempt("commit", "-q", "--amend", "--no-edit", "--allow-empty");
    }

    /** Another subject over the same change. */
    void reword(Step step) {
        Tree tree = estate.here();
        if (!lastTeaches(tree)) {
            tree.git().attempt("commit", "-q", "--amend", "--allow-empty", "-m", "Reworded " + step.choice());
        }
    }

    void tag() {
        estate.here().git().attempt("tag", "v" + estate.memory().next());
    }

    void pack(Step step) {
        if (step.chance(1, 50)) {
            estate.main().git().attempt("pack-refs", "--all");
        } else {
            estate.main().git().attempt("gc", "-q");
        }
    }

    private boolean lastTeaches(Tree tree) {
        return tree.git().run("log", "-1", "--format=%B").contains("table_");
    }

    private boolean commit(Step step, String file, String message) {
        Git git = estate.here().git();
        if (step.chance(7, 40)) {
            git.run("add", "-A");
        } else {
            git.run("add", file);
        }
        Git.Said said = git.attempt("commit", "-q", "-m", message);
        if (!said.isOk() && !said.text().contains("unmerged")) {
            throw new Broken("git commit failed: " + said.text());
        }
        return said.isOk();
    }
}
