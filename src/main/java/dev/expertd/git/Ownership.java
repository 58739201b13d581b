package dev.expertd.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.jgit.lib.Config;

/** Refuses repositories of other users, as git does: their configuration could name programs to run. */
final class Ownership {
    private Ownership() {}

    static void check(GitLayout layout, Config userConfig) {
        String[] safe = userConfig.getStringList("safe", null, "directory");
        boolean allowed = Arrays.stream(safe)
                .anyMatch(entry -> entry.equals("*")
                        || entry.equals(layout.workTree().toString())
                        || entry.endsWith("/*")
                                && layout.workTree().startsWith(Path.of(entry.substring(0, entry.length() - 2))));
        if (allowed || isOurs(layout.gitDir()) && isOurs(layout.workTree())) {
            return;
        }
        throw new GitException(layout.workTree() + " belongs to another user; if you trust it, run"
                + " `git config --global --add safe.directory " + layout.workTree() + "`");
    }

    private static boolean isOurs(Path path) {
        try {
            Object owner = Files.getAttribute(path, "unix:uid");
            Path self = Path.of("/proc/self");
            if (!Files.exists(self)) {
                return Files.getOwner(path).getName().equals(System.getProperty("user.name"));
            }
            Object me = Files.getAttribute(self, "unix:uid");
            return owner.equals(me) || me.equals(0) && owner.toString().equals(System.getenv("SUDO_UID"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return true; // no such attribute on this platform: there is nobody to compare with
        }
    }
}
