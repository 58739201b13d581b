package dev.expertd.bench;

import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.model.FileChange;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What `HEAD~3..HEAD` and the last ten commits say, warm, beside the two git commands that say it. */
final class LookBench implements Part {
    private static final double LIMIT = 0.6;

    @Override
    public void measure(Setting setting, Table table) throws Exception {
        Home home = new Home(setting.launcher(), setting.made().resolve("look-home"));
        if (setting.repository().isPresent()) {
            Path repository = setting.repository().get();
            look(home, repository, "look at HEAD~3..HEAD and 10 commits, " + repository.getFileName(), setting, table);
            return;
        }
        for (MadeHistory.Size size : MadeHistory.Size.of(setting.quick())) {
            Path repository = MadeHistory.of(size).in(home, setting.made());
            look(home, repository, "look at HEAD~3..HEAD and 10 commits, " + size.words(), setting, table);
        }
    }

    private static void look(Home home, Path repository, String what, Setting setting, Table table) throws Exception {
        Map<String, Timing.Timed> both = new LinkedHashMap<>();
        both.put("ours", () -> look(repository));
        both.put("git", () -> {
            home.git(repository, "diff", "HEAD~3..HEAD");
            home.git(repository, "log", "--oneline", "-10");
        });
        Map<String, Timing> took = Timing.interleaved(both, 30, setting.rounds(60, 20));
        table.atMostTimes(
                what, took.get("ours").median() * 1000, took.get("git").median() * 1000, "ms", LIMIT);
    }

    /** Everything is opened anew, as in each pass. */
    private static void look(Path repository) {
        try (GitReader git = GitReaders.open(repository)) {
            String head = git.head().orElseThrow();
            List<String> line = git.reachable(List.of(head), List.of(), 10);
            line.forEach(git::commitAlone);
            String before = git.resolve("HEAD~3").orElseThrow();
            for (FileChange change : git.changes(before, head)) {
                String old = git.text(before, change.oldPath()).orElse("");
                String now = git.text(head, change.path()).orElse("");
                git.compare(change, old, now);
            }
        }
    }
}
