package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.daemon.install.EnrolmentFile;
import dev.expertd.daemon.install.HookedFile;
import dev.expertd.daemon.install.MergeDriver;
import dev.expertd.daemon.install.Uninstaller;
import dev.expertd.git.GitException;
import dev.expertd.git.GitLayout;
import dev.expertd.git.GitReaders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes expertd off this machine. */
@Command(
        name = "uninstall",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Stops the daemon and removes service, hooks, merge drivers and program. Learnings stay in their files.",
            "--purge also removes settings and journal."
        },
        footer = {"", "Example:", "  expertd uninstall --purge"})
final class UninstallCommand implements Callable<Integer> {
    private final House house;

    @Option(names = "--purge", description = "Remove settings and journal too.")
    private boolean purge;

    UninstallCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        boolean stopped = stop();
        HookedFile hooked = new HookedFile(house.places());
        Set<Path> worktrees = new LinkedHashSet<>(new EnrolmentFile(house.places()).list());
        worktrees.addAll(hooked.list());
        worktrees.forEach(this::leave);
        hooked.clear();
        house.close();
        new Uninstaller(house.places(), house.launcher(), house.programFolder())
                .uninstall(purge)
                .forEach(removed -> house.out().println("removed: " + removed));
        house.out()
                .println("Learnings stay in their files."
                        + (purge
                                ? ""
                                : " Settings stay in " + house.places().config() + ", the journal in "
                                        + house.places().state() + "."));
        return stopped ? 0 : 1;
    }

    private boolean stop() {
        try {
            house.services().installed().uninstall().forEach(house.out()::println);
            return true;
        } catch (IOException e) {
            house.err().println("expertd: " + e.getMessage());
            return false;
        }
    }

    /** Takes hooks and merge driver out of one repository; one line says why not. */
    private void leave(Path worktree) {
        try {
            GitLayout layout = GitReaders.ownLayout(worktree);
            house.hooks(layout).uninstall().stream()
                    .filter(state -> !state.words().equals("was not installed"))
                    .forEach(state -> house.out().println(state.hook() + " of " + worktree + ": " + state.words()));
            new MergeDriver(layout.workTree(), layout.commonDir())
                    .uninstall()
                    .forEach(file -> house.out().println("merge driver of " + worktree + ": removed from " + file));
        } catch (GitException | CommandException | IOException e) {
            house.err().println("expertd: hooks and merge driver of " + worktree + " were left: " + e.getMessage());
        }
    }
}
