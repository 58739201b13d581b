package dev.expertd.cli;

import dev.expertd.cli.house.House;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Takes the service away. */
@Command(
        name = "uninstall",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Stops the daemon and removes what `expertd service install` wrote; lingering is switched off if that switched it on.",
            "Program, hooks and journal stay; `expertd uninstall` removes more."
        },
        footer = {"", "Example:", "  expertd service uninstall"})
final class ServiceUninstall implements Callable<Integer> {
    private final House house;

    ServiceUninstall(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        List<String> done = house.services().installed().uninstall();
        done.forEach(house.out()::println);
        if (done.isEmpty()) {
            house.out().println("service: was not installed");
        }
        return 0;
    }
}
