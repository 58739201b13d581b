package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.config.Settings;
import dev.expertd.expertise.ExpertFinder;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.trace.TestRunner;
import dev.expertd.trace.TraceSource;
import dev.expertd.trace.TraceSources;
import java.nio.file.Path;
import java.util.List;

/** What {@code init} finds in a work tree, and what it misses. */
final class InitFindings {
    private static final int NOTES = 20;

    private final House house;
    private final Path root;
    private final Settings settings;

    InitFindings(House house, Path root, Settings settings) {
        this.house = house;
        this.root = root;
        this.settings = settings;
    }

    /** Prints the findings and returns the experts. */
    List<Expert> print() {
        ExpertFinder.Found found = ExpertFinder.find(root, settings);
        found.experts()
                .forEach(view -> house.out()
                        .println("expert: " + view.expert().name() + " in "
                                + view.expert().file() + kind(view.expert().format())));
        found.problems().forEach(problem -> house.out().println("expert: left alone, " + problem));
        found.notes().stream()
                .limit(NOTES)
                .forEach(note ->
                        house.out().println("expert: " + found.redactor().redact(note)));
        if (found.notes().size() > NOTES) {
            house.out().println("expert: and " + (found.notes().size() - NOTES) + " more that are not used");
        }
        if (found.experts().isEmpty()) {
            house.out().println("expert: none found; `expertd init --create NAME` makes one");
        }
        traces();
        return found.experts().stream().map(ExpertView::expert).toList();
    }

    private static String kind(Expert.Format format) {
        return switch (format) {
            case SECTIONS -> "";
            case LIST -> ", a single list";
            case PART -> ", the list under `## Learnings` and nothing else";
            case YAML -> ", in its lists";
        };
    }

    private void traces() {
        List<TraceSource> sources =
                new TraceSources(root, settings.traces()).find().sources();
        sources.forEach(source -> house.out()
                .println("trace: " + source.name()
                        + (source.files().size() > 1 ? " (" + source.files().size() + " files)" : "")));
        List<TestRunner.Seen> runners = TestRunner.in(root);
        for (TestRunner.Seen seen : runners) {
            house.out().println("test runner: " + seen.runner().words());
            if (sources.isEmpty()) {
                house.out().println("  to leave a report: " + seen.line());
            }
        }
        if (sources.isEmpty() && runners.isEmpty()) {
            house.out()
                    .println(
                            "trace: none yet, and no test runner that is known; `trace_logs.json` and JUnit XML in the usual"
                                    + " places are taken up when they appear, others go under `traces:` in .expertd.yml");
        }
    }
}
