package dev.expertd.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Processor time of a warm daemon for an ordinary large commit, less that for one which changes nothing: reading what
 * changed, drafting from it and curating the line.
 */
final class DraftBench implements Part {
    private static final int FILES = 50;
    private static final int CHANGED = 40;
    private static final int LINES = 200;
    private static final double LIMIT = 20;

    @Override
    public void measure(Setting setting, Table table) throws Exception {
        Path folder = setting.fresh("draft");
        Home home = new Home(setting.launcher(), folder.resolve("home"));
        Path shop = MadeRepository.make(home, folder.resolve("shop"));
        for (int file = 0; file < FILES; file++) {
            MadeRepository.write(shop, path(file), source(file, 0));
        }
        home.git(shop, "add", "-A");
        home.git(shop, "commit", "-q", "-m", "Add modules");
        home.expertd(shop, "init");
        int rounds = setting.rounds(40, 15);
        try (Daemon daemon = home.daemon(shop)) {
            int number = 0;
            for (int i = 0; i < rounds; i++) { // warms up
                large(home, shop, ++number);
                small(home, shop, ++number);
            }
            double large = 0;
            double small = 0;
            for (int i = 0; i < rounds; i++) {
                double begun = daemon.processorSeconds();
                large(home, shop, ++number);
                double between = daemon.processorSeconds();
                small(home, shop, ++number);
                large += between - begun;
                small += daemon.processorSeconds() - between;
            }
            table.atMost(
                    "drafting from a commit of 50 files and 2,000 changed lines, processor time",
                    (large - small) * 1000 / rounds,
                    "ms",
                    LIMIT);
            table.told("the same commit, all that the daemon does", large * 1000 / rounds, "ms");
            table.told("a commit that changes nothing, all that the daemon does", small * 1000 / rounds, "ms");
        }
    }

    private static void large(Home home, Path shop, int number) throws Exception {
        for (int file = 0; file < FILES; file++) {
            MadeRepository.write(shop, path(file), source(file, number));
        }
        home.git(shop, "commit", "-q", "-m", MadeRepository.message(number), "--", "app");
        awaitLine(shop, number);
    }

    private static void small(Home home, Path shop, int number) throws Exception {
        home.git(shop, "commit", "-q", "--allow-empty", "-m", MadeRepository.message(number));
        awaitLine(shop, number);
    }

    /** The line, and what the daemon does behind it. */
    private static void awaitLine(Path shop, int number) throws Exception {
        MadeRepository.untilTaught(shop, number);
        TimeUnit.MILLISECONDS.sleep(300);
    }

    private static String path(int file) {
        return "app/module_" + file + ".py";
    }

    /** Of its lines so many differ from number to number. */
    private static String source(int file, int number) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            text.append(
                    line % 20 == 0
                            ? "def part_" + file + "_" + line + "(total):\n"
                            : "    total = total + " + (line % (LINES / CHANGED) == 1 ? number : line) + "\n");
        }
        return text.toString();
    }
}
