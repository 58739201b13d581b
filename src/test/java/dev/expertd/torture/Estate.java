package dev.expertd.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The repository that is tortured: its checkouts, and in which of them the human sits. */
final class Estate {
    private final Path folder;
    private final List<Tree> trees = new ArrayList<>();
    private final Memory memory = new Memory();
    private final Tally tally;
    private int current;
    private String baseline = "";

    private Estate(Path folder, Tally tally) {
        this.folder = folder;
        this.tally = tally;
    }

    /** One commit with two experts, which own {@code app} and {@code web}. */
    static Estate make(Path folder, Tally tally) {
        Path root = folder.resolve("shop");
        root.toFile().mkdirs();
        Git git = new Git(root);
        git.run("init", "-q", "-b", "main");
        git.run("config", "gc.auto", "0");
        git.run("config", "maintenance.auto", "false");
        Estate estate = new Estate(folder, tally);
        Tree tree = new Tree(root);
        tree.write(Expertise.FILES.get(0), Expertise.BACKEND);
        tree.write(Expertise.FILES.get(1), Expertise.FRONTEND);
        tree.write(".gitignore", "trace_logs.json*\nreports/\n");
        tree.write(".expertd.yml", """
                experts:
                  - name: backend
                    file: %s
                    owns: ["app/**"]
                  - name: frontend
                    file: %s
                    owns: ["web/**"]
                traces: [trace_logs.json, reports/junit.xml, reports/ctrf.json]
                learning: {per-day: 1000}
                """.formatted(Expertise.FILES.get(0), Expertise.FILES.get(1)));
        tree.write("app/service.py", "def create(params, tenant):\n    return {\"id\": params[\"id\"]}\n");
        tree.write("web/page.py", "def page(params):\n    return params\n");
        git.run("add", "-A");
        git.run("commit", "-q", "-m", "Import");
        estate.trees.add(new Tree(root));
        estate.baseline = git.head();
        return estate;
    }

    /** The commit that was there before expertd. */
    String baseline() {
        return baseline;
    }

    Memory memory() {
        return memory;
    }

    Tally tally() {
        return tally;
    }

    List<Tree> trees() {
        return List.copyOf(trees);
    }

    Tree main() {
        return trees.get(0);
    }

    Tree here() {
        return trees.get(current);
    }

    boolean isLinked() {
        return current > 0;
    }

    void visit(int tree) {
        current = Math.floorMod(tree, trees.size());
    }

    /** Where a new checkout would lie. */
    Path site(String name) {
        return folder.resolve(name);
    }

    void built(Tree tree) {
        trees.add(tree);
        current = trees.size() - 1;
    }

    void tornDown() {
        trees.remove(current);
        current = 0;
    }
}
