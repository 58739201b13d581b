package dev.expertd.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Somebody whom permissions hold: root, who may do everything, becomes another user. */
final class OtherUser {
    private static final String ID = "65534";

    private OtherUser() {}

    /** What a command runs under to be that user's; nothing if it is one already. */
    static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        assumeTrue(
                Commands.works("setpriv", "--version"), "run as root, and there is no setpriv to become somebody else");
        return List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups");
    }

    /** Gives that user a folder with all that is in it. */
    static void own(Path folder) {
        if (isRoot()) {
            Commands.check(new ProcessBuilder("chown", "-hR", ID + ":" + ID, folder.toString()));
        }
    }

    static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
