package dev.expertd.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Refuses repositories of other users unless {@code safe.directory} names them, as git does: their configuration could
 * name programs to run, and their text is not ours to learn from.
 */
final class Ownership {
    private static final Path SELF = Path.of("/proc/self");

    private final GitSettings settings;
    private final Map<String, String> environment;

    Ownership(GitSettings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    void check(GitLayout layout) {
        if (isTrusted(layout) || isOurs(layout.gitDir()) && isOurs(layout.workTree())) {
            return;
        }
        throw new GitException(layout.workTree() + " belongs to another user; if you trust it, run"
                + " `git config --global --add safe.directory " + layout.workTree() + "`");
    }

    private boolean isTrusted(GitLayout layout) {
        List<String> trusted = new ArrayList<>();
        for (String named : settings.user().getStringList("safe", null, "directory")) {
            if (named == null || named.isEmpty()) {
                trusted.clear(); // as in git, an empty value takes back all before it
            } else {
                trusted.add(settings.expand(named));
            }
        }
        String workTree = layout.workTree().toString();
        return trusted.stream()
                .anyMatch(named -> named.equals("*")
                        || named.equals(workTree)
                        || real(named).equals(workTree)
                        || named.endsWith("/*") && workTree.startsWith(named.substring(0, named.length() - 1)));
    }

    /** The user may have named a link, as git allows. */
    private static String real(String named) {
        try {
            return Path.of(named).toRealPath().toString();
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }

    private boolean isOurs(Path path) {
        try {
            if (!Files.exists(SELF)) {
                return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS)
                        .getName()
                        .equals(System.getProperty("user.name"));
            }
            Object owner = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            Object me = Files.getAttribute(SELF, "unix:uid");
            boolean byRootForUs = me.toString().equals("0") && owner.toString().equals(environment.get("SUDO_UID"));
            return owner.equals(me) || byRootForUs;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return true; // no such attribute on this platform: there is nobody to compare with
        }
    }
}
