package dev.expertd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** How long after a commit, or a run's results, the line that it teaches stands in the file. */
final class LatencyBench implements Part {
    private static final int APART = 200;

    @Override
    public void measure(Setting setting, Table table) throws Exception {
        Path folder = setting.fresh("latency");
        Home home = new Home(setting.launcher(), folder.resolve("home"));
        Path shop = MadeRepository.make(home, folder.resolve("shop"));
        home.expertd(shop, "init");
        try (Daemon daemon = home.daemon(shop)) {
            table.told("first commit behind the daemon's start, until its line", commit(home, shop, 0) * 1000, "ms");
            Timing commits = new Timing();
            int rounds = setting.rounds(300, 30);
            for (int i = 1; i <= rounds; i++) {
                TimeUnit.MILLISECONDS.sleep(APART);
                double took = commit(home, shop, i);
                if (i > rounds / 10) { // the first ones warm up
                    commits.add(took);
                }
            }
            tell(table, "commit returns, until its line", commits, 20, 100);
            Timing runs = new Timing();
            for (int i = 1; i <= rounds; i++) {
                double took = run(home, shop, rounds + i);
                if (i > rounds / 10) {
                    runs.add(took);
                }
            }
            tell(table, "results renamed into place, until the line", runs, 50, 200);
            table.told("memory of the daemon behind these", daemon.resident(), "MB");
            beside(setting, home, runs, table);
        }
    }

    /** What a trigger of watchman takes for the same, which reads nothing and decides nothing. */
    private static void beside(Setting setting, Home home, Timing runs, Table table) throws Exception {
        String what =
                "results renamed into place, until the line, beside a shell that watchman starts to write one, p50";
        if (!Watchman.isHere()) {
            table.missing(what, "watchman is not installed");
            return;
        }
        try (Watchman watchman = Watchman.start(home, setting.fresh("watchman"))) {
            table.told(
                    what, runs.ms(50), watchman.lines(setting.rounds(100, 20)).ms(50), "ms");
        }
    }

    private static void tell(Table table, String what, Timing took, double middle, double late) {
        table.atMost(what + ", p50", took.ms(50), "ms", middle);
        table.told(what + ", p90", took.ms(90), "ms");
        table.atMost(what + ", p99", took.ms(99), "ms", late);
    }

    private static double commit(Home home, Path shop, int number) throws Exception {
        MadeRepository.teach(home, shop, number);
        return MadeRepository.untilTaught(shop, number);
    }

    /** A test fails, a commit that says nothing repairs it, and the next run shows that. */
    private static double run(Home home, Path shop, int number) throws Exception {
        String path = "app/part" + number + ".py";
        MadeRepository.write(
                shop, path, "def part_" + number + "(params):\n    return params[\"id_" + number + "\"]\n");
        home.git(shop, "add", "app");
        home.git(shop, "commit", "-q", "-m", "Add part " + number);
        TimeUnit.MILLISECONDS.sleep(APART);
        report(
                shop,
                number,
                "<failure type=\"KeyError\" message=\"KeyError: 'id_" + number
                        + "'\">Traceback (most recent call last):\n"
                        + "  File \"" + path + "\", line 2, in part_" + number + "\n    return params[\"id_" + number
                        + "\"]\nKeyError: 'id_" + number + "'</failure>");
        TimeUnit.MILLISECONDS.sleep(APART);
        MadeRepository.write(shop, path, MadeRepository.source(number));
        home.git(shop, "add", "app");
        home.git(shop, "commit", "-q", "-m", "Change part " + number);
        TimeUnit.MILLISECONDS.sleep(APART);
        report(shop, number, "");
        return MadeRepository.untilLine(shop, "id_" + number);
    }

    private static void report(Path shop, int number, String inside) throws IOException {
        String draft = "reports/draft";
        MadeRepository.write(
                shop,
                draft,
                "<?xml version=\"1.0\"?>\n<testsuite name=\"shop\" tests=\"2\" id=\"" + number + inside.length()
                        + "\">\n"
                        + "<testcase classname=\"tests.test_shop\" name=\"test_always\" time=\"0." + number + "\"/>\n"
                        + "<testcase classname=\"tests.test_shop\" name=\"test_part_" + number + "\" time=\"0.01\">"
                        + inside + "</testcase>\n</testsuite>\n");
        Files.move(
                shop.resolve(draft),
                shop.resolve("reports/junit.xml"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
