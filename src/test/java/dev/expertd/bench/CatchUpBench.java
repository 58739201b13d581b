package dev.expertd.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commits that wait, as after a holiday or a large pull, beside {@code git log --numstat -M} over the same commits. */
final class CatchUpBench implements Part {
    private static final double FEW_TEACH = 1;
    private static final double ALL_TEACH = 0.4;

    @Override
    public void measure(Setting setting, Table table) throws Exception {
        Home maker = new Home(setting.launcher(), setting.made().resolve("catchup-maker"));
        if (setting.repository().isPresent()) {
            Path repository = setting.repository().get();
            catchUp(setting, repository, 500, "catch-up, " + repository.getFileName(), FEW_TEACH, table);
            return;
        }
        List<Integer> counts = setting.quick() ? List.of(500) : List.of(500, 5000);
        for (MadeHistory.Size size : MadeHistory.Size.of(setting.quick())) {
            Path history = MadeHistory.of(size).in(maker, setting.made());
            for (int count : counts) {
                catchUp(setting, history, count, "catch-up, 3 of 10 teach, " + size.words(), FEW_TEACH, table);
            }
        }
        Path telling = MadeHistory.telling(MadeHistory.Size.SMALL).in(maker, setting.made());
        catchUp(setting, telling, 500, "catch-up, all teach, " + MadeHistory.Size.SMALL.words(), ALL_TEACH, table);
    }

    private static void catchUp(Setting setting, Path history, int commits, String what, double limit, Table table)
            throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        long peak = 0;
        for (int round = 0; round < setting.rounds(3, 1); round++) {
            Path folder = setting.fresh("catchup");
            Home home = new Home(setting.launcher(), folder.resolve("home"));
            Path copy = copyOf(history, folder.resolve("copy"), home, "HEAD~" + commits);
            home.expertd(copy, "init");
            home.expertd(copy, "learn");
            reset(copy, home, id(history, home, "HEAD"));
            theirs.add(Timing.seconds(() -> home.git(copy, "log", "--numstat", "-M", "HEAD~" + commits + "..HEAD")));
            long[] most = {0};
            ours.add(Timing.seconds(() -> most[0] =
                    Processes.peakOf(home.in(copy, List.of(setting.launcher().toString(), "learn")))));
            peak = Math.max(peak, most[0]);
        }
        String name = what + ", " + commits + " commits";
        table.faster(name + ", beside git log --numstat -M", middle(ours), middle(theirs), "s", limit);
        table.told(name + ", peak memory", peak / 1024.0, "MB");
    }

    /** A repository with the same objects in which nothing tells that its commits came from elsewhere. */
    private static Path copyOf(Path history, Path copy, Home home, String revision) throws Exception {
        Files.createDirectories(copy);
        home.git(copy, "init", "-q", "-b", "main");
        Files.writeString(
                copy.resolve(".git/objects/info/alternates"),
                Processes.said(home.in(
                                history,
                                List.of("git", "rev-parse", "--path-format=absolute", "--git-path", "objects")))
                        + "\n");
        reset(copy, home, id(history, home, revision));
        return copy;
    }

    private static void reset(Path copy, Home home, String commit) throws Exception {
        home.git(copy, "-c", "core.logAllRefUpdates=false", "reset", "-q", "--hard", commit);
    }

    private static String id(Path history, Home home, String revision) throws Exception {
        return Processes.said(home.in(history, List.of("git", "rev-parse", revision)));
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
