package dev.expertd.daemon.install;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the git on the search path. Whoever commits may use another, of an editor perhaps: what is built on it
 * must do no harm with any.
 */
record GitVersion(int major, int minor) {
    static final GitVersion NONE = new GitVersion(0, 0);

    private static final Pattern WORDS = Pattern.compile("git version (\\d{1,6})\\.(\\d{1,6})");

    static GitVersion ask(Path workTree) {
        return GitQuestion.ask(workTree, List.of("version")).map(GitVersion::of).orElse(NONE);
    }

    static GitVersion of(String words) {
        Matcher version = WORDS.matcher(words);
        return version.find()
                ? new GitVersion(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)))
                : NONE;
    }

    /** True if it runs hooks that stand in a configuration. */
    boolean readsHooksInConfiguration() {
        return major > 2 || major == 2 && minor >= 54;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
