package dev.expertd.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What an event costs as the journal grows, and looking around as repositories become more. */
final class ScaleBench implements Part {
    private static final int SPREAD = 500;
    private static final int EVENTS = 20;
    private static final double GROWTH = 2;

    @Override
    public void measure(Setting setting, Table table) throws Exception {
        Chart events =
                new Chart("An event, as the journal grows", "runs in the journal (a tenth as many learnings)", "ms");
        List<Integer> sizes = setting.quick() ? List.of(1000, 30_000) : List.of(1000, 10_000, 100_000, 1_000_000);
        journal(setting, "of 500 repositories", SPREAD, sizes, events, table);
        journal(setting, "of one repository", 1, sizes, events, table);
        Files.writeString(setting.made().resolveSibling("scale-journal.svg"), events.svg());
        repositories(setting, table);
    }

    /** Processor time of the daemon for a commit and its line: waiting for the disk says nothing of growth. */
    private static void journal(
            Setting setting, String whose, int spread, List<Integer> sizes, Chart chart, Table table) throws Exception {
        Path folder = setting.fresh("scale");
        Home home = new Home(setting.launcher(), folder.resolve("home"));
        Path shop = MadeRepository.make(home, folder.resolve("shop"));
        home.expertd(shop, "init");
        home.expertd(shop, "learn");
        FilledJournal journal = new FilledJournal(home.state().resolve("journal.db"), spread);
        double first = 0;
        int number = 0;
        for (int size : sizes) {
            journal.growTo(size);
            try (Daemon daemon = home.daemon(shop)) {
                for (int i = 0; i < EVENTS / 2; i++) {
                    event(home, shop, ++number);
                }
                double before = daemon.processorSeconds();
                for (int i = 0; i < EVENTS; i++) {
                    event(home, shop, ++number);
                }
                double each = (daemon.processorSeconds() - before) * 1000 / EVENTS;
                chart.point(whose, size, each);
                if (first == 0) {
                    first = each;
                    table.told("event with 1,000 runs " + whose + " in the journal", each, "ms");
                } else {
                    table.atMostTimes(
                            String.format(
                                    Locale.ROOT, "event with %,d runs %s in the journal, beside 1,000", size, whose),
                            each,
                            first,
                            "ms",
                            GROWTH);
                }
                table.told("memory with those", daemon.resident(), "MB");
            }
        }
    }

    private static void event(Home home, Path shop, int number) throws Exception {
        MadeRepository.teach(home, shop, number);
        MadeRepository.untilTaught(shop, number);
    }

    private static void repositories(Setting setting, Table table) throws Exception {
        Chart chart = new Chart("Looking around, as repositories become more", "repositories enrolled", "ms a second");
        List<Integer> counts = setting.quick() ? List.of(1, 50) : List.of(1, 100, 500, 2000);
        double last = 0;
        int before = 0;
        for (int count : counts) {
            ManyRepositories many = ManyRepositories.make(setting, "scale-many", count);
            try (Daemon daemon = many.home().daemon(many.first())) {
                double start = many.awaitAll(daemon);
                TimeUnit.SECONDS.sleep(20);
                double spent = daemon.processorSeconds();
                int window = setting.rounds(60, 20);
                TimeUnit.SECONDS.sleep(window);
                double each = (daemon.processorSeconds() - spent) * 1000 / window;
                chart.point("processor time", count, each);
                table.told(count + " repositories: all looked at behind the start", start, "s");
                table.told(count + " repositories: memory", daemon.resident(), "MB");
                if (before == 0) {
                    table.told(count + " repositories: looking around, a second", each, "ms");
                } else {
                    table.atMostTimes(
                            count + " repositories: looking around, beside a straight line from " + before,
                            each,
                            Math.max(last, 0.5) * count / before,
                            "ms",
                            1);
                }
                last = each;
                before = count;
            }
        }
        Files.writeString(setting.made().resolveSibling("scale-repositories.svg"), chart.svg());
        enrolment(setting, table);
    }

    /** Enrolling one more, when there are none and when there are hundreds. */
    private static void enrolment(Setting setting, Table table) throws Exception {
        Timing few = new Timing();
        Timing many = new Timing();
        ManyRepositories full = ManyRepositories.make(setting, "scale-enrol", setting.quick() ? 50 : 500);
        Home empty = new Home(setting.launcher(), full.folder().resolve("empty-home"));
        for (int i = 0; i < 10; i++) {
            Path next = MadeRepository.make(empty, full.folder().resolve("next" + i));
            few.add(Timing.seconds(() -> empty.expertd(next, "init")));
            many.add(Timing.seconds(() -> full.home().expertd(next, "init")));
        }
        table.atMostTimes(
                "enrolling one more among " + full.count() + ", beside the first",
                many.median() * 1000,
                few.median() * 1000,
                "ms",
                GROWTH);
    }
}
