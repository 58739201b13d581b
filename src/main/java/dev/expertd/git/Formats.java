package dev.expertd.git;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.lib.Config;

/**
 * The formats of repositories that JGit reads rightly. Everything else it may misread without a word: it opens
 * reftable worktrees with another worktree's HEAD, SHA-256 repositories with cut ids, partial clones with holes.
 */
final class Formats {
    private static final Set<String> KNOWN_EXTENSIONS = Set.of("noop", "preciousobjects", "worktreeconfig");

    private Formats() {}

    /** Throws unless the repository is of a format that is read rightly. */
    static void check(GitLayout layout, Config config) {
        int version = config.getInt("core", "repositoryformatversion", 0);
        if (version > 1) {
            throw unsupported(layout, "repository format " + version);
        }
        if (Files.isDirectory(layout.commonDir().resolve("reftable"))) {
            throw unsupported(layout, "refs in reftable");
        }
        for (String remote : config.getSubsections("remote")) {
            if (config.getString("remote", remote, "promisor") != null) {
                throw unsupported(layout, "a partial clone");
            }
        }
        if (version == 1) {
            for (String extension : config.getNames("extensions")) {
                String value = String.valueOf(config.getString("extensions", null, extension));
                boolean plainDefault = (extension.equalsIgnoreCase("objectformat") && value.equals("sha1"))
                        || (extension.equalsIgnoreCase("refstorage") && value.equals("files"));
                if (!plainDefault && !KNOWN_EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT))) {
                    throw unsupported(layout, "extension " + extension + " = " + value);
                }
            }
        }
        if (config.getBoolean("core", "bare", false)) {
            throw new GitException(layout.commonDir() + " is a bare repository; give a work tree instead");
        }
    }

    private static GitException unsupported(GitLayout layout, String what) {
        return new GitException(
                layout.workTree() + " is not supported: " + what + "; nothing is read from it and nothing written");
    }
}
