package dev.expertd.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a command takes from nothing, beside the same classes from the jars that Maven has. */
final class StartBench implements Part {
    private static final double LIMIT = 0.5;

    @Override
    public void measure(Setting setting, Table table) throws Exception {
        Path folder = setting.fresh("start");
        Home home = new Home(setting.launcher(), folder.resolve("home"));
        Path shop = MadeRepository.make(home, folder.resolve("shop"));
        home.expertd(shop, "init");
        for (String command : List.of("status", "learn", "--version")) {
            Map<String, Timing.Timed> both = new LinkedHashMap<>();
            both.put("ours", () -> home.expertd(shop, command));
            both.put(
                    "plain",
                    () -> Processes.run(home.in(
                            shop, List.of("java", "-cp", setting.mavenClassPath(), "dev.expertd.cli.Main", command))));
            Map<String, Timing> took = Timing.interleaved(both, 2, setting.rounds(20, 5));
            table.atMostTimes(
                    "expertd " + command + ", beside plain Maven jars",
                    took.get("ours").median() * 1000,
                    took.get("plain").median() * 1000,
                    "ms",
                    LIMIT);
        }
    }
}
