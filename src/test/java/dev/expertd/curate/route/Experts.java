package dev.expertd.curate.route;

import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.MovedPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Twelve experts of a made project, and what changed in it. */
final class Experts {
    private static final List<String> AREAS = List.of(
            "billing",
            "orders",
            "search",
            "mail",
            "stock",
            "reports",
            "login",
            "images",
            "export",
            "imports",
            "audit",
            "shipping");

    private final List<ExpertView> views = new ArrayList<>();
    private final FileIndex files = new FileIndex();
    private final Together together = new Together();
    private final List<MovedPath> moved = new ArrayList<>();

    /** Each names two files of a folder that is called otherwise than itself. */
    static Experts twelve() {
        Experts experts = new Experts();
        for (int i = 0; i < AREAS.size(); i++) {
            String folder = "src/area" + i;
            experts.files(folder + "/first" + i + ".py", folder + "/second" + i + ".py", folder + "/other.py");
            experts.with(
                    AREAS.get(i),
                    "# " + AREAS.get(i) + "\n\n| `first" + i + ".py` | one |\n| `second" + i + ".py` | two |\n");
        }
        return experts;
    }

    /** Adds an expert, or text to one that is there. */
    Experts with(String name, String text, String... owns) {
        String before = "";
        for (ExpertView view : List.copyOf(views)) {
            if (view.expert().name().equals(name)) {
                before = view.text();
                views.remove(view);
            }
        }
        String file = ".claude/commands/experts/" + name + "/expertise.md";
        files.add(file);
        views.add(new ExpertView(
                new Expert(name, file, Expert.Format.SECTIONS, Arrays.asList(owns)), Map.of(), before + text));
        return this;
    }

    Experts files(String... paths) {
        Arrays.asList(paths).forEach(files::add);
        return this;
    }

    Experts together(String name, String... paths) {
        together.add(List.of(".claude/commands/experts/" + name + "/expertise.md"), Arrays.asList(paths));
        return this;
    }

    Experts moved(String path, String to) {
        moved.add(new MovedPath(path, to, "l1"));
        return this;
    }

    List<ExpertView> views() {
        return views;
    }

    Routing route(String message, String... paths) {
        return route(views, message, Arrays.asList(paths));
    }

    Routing route(List<ExpertView> ordered, String message, List<String> paths) {
        return Router.route(new Question(ordered, paths, message, files, together, moved), new Territories());
    }

    String primary(String message, String... paths) {
        return route(message, paths).primary().map(Expert::name).orElse("nobody");
    }
}
