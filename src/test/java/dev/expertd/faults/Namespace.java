package dev.expertd.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that see file systems of their own: what is mounted for them is mounted for nobody else. */
final class Namespace {
    private static final List<String> OWN = List.of("unshare", "-m", "-r", "sh", "-c");

    private Namespace() {}

    /** Runs a command while a folder is a disk without any room. */
    static List<String> withFullDisk(Path folder, List<String> command) {
        return with(
                "mount -t tmpfs -o size=4k tmpfs \"$1\" && dd if=/dev/zero of=\"$1/full\" bs=4k count=1 2>/dev/null;"
                        + " shift; exec \"$@\"",
                folder,
                command);
    }

    /** Runs a command where {@code /bin/sh} is another shell. */
    static List<String> withShell(Path shell, List<String> command) {
        return with("mount --bind \"$1\" /bin/sh && shift && exec \"$@\"", shell, command);
    }

    /** Runs a script in which file systems may be mounted. */
    static List<String> with(String script, Path first, List<String> more) {
        assumeTrue(
                Commands.works("unshare", "-m", "-r", "mount", "-t", "tmpfs", "tmpfs", "/mnt"),
                "no namespace in which something could be mounted here");
        List<String> all = new ArrayList<>(OWN);
        all.addAll(List.of(script, "sh", first.toString()));
        all.addAll(more);
        return all;
    }
}
