package dev.expertd.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a daemon takes that has nothing to do: before the first commit, behind work, and with many repositories. */
final class IdleBench implements Part {
    private static final int MANY = 500;

    @Override
    public void measure(Setting setting, Table table) throws Exception {
        Path folder = setting.fresh("idle");
        Home home = new Home(setting.launcher(), folder.resolve("home"));
        Path shop = MadeRepository.make(home, folder.resolve("shop"));
        home.expertd(shop, "init");
        try (Daemon daemon = home.daemon(shop)) {
            idle(setting, daemon, "1 repository", table);
            table.atMost("idle, memory before the first commit", daemon.resident(), "MB", 65);
            for (int i = 0; i < setting.rounds(300, 60); i++) {
                MadeRepository.teach(home, shop, i);
            }
            double most = daemon.peak();
            TimeUnit.MILLISECONDS.sleep(Math.max(20_000, setting.idle().toMillis() / 2));
            table.atMost("idle, memory behind a burst of commits", daemon.resident(), "MB", 85);
            table.told("idle, the most memory in that burst", most, "MB");
        }
        many(setting, table);
    }

    private static void many(Setting setting, Table table) throws Exception {
        int count = setting.quick() ? 50 : MANY;
        ManyRepositories many = ManyRepositories.make(setting, "idle-many", count);
        try (Daemon daemon = many.home().daemon(many.first())) {
            many.awaitAll(daemon);
            idle(setting, daemon, count + " repositories", table);
            table.atMost("idle, memory with " + count + " repositories", daemon.resident(), "MB", 110);
        }
    }

    private static void idle(Setting setting, Daemon daemon, String what, Table table) throws Exception {
        TimeUnit.SECONDS.sleep(5);
        double before = daemon.processorSeconds();
        long begun = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(setting.idle().toMillis());
        double spent = daemon.processorSeconds() - before;
        table.atMost(
                "idle, processor time a second, " + what, spent * 1000 / ((System.nanoTime() - begun) / 1e9), "ms", 1);
    }
}
