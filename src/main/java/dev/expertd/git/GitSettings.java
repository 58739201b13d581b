package dev.expertd.git;

import dev.expertd.git.worktree.WorkTreeSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;

/**
 * Git's configuration, as far as reading needs it: the system's and the user's files, the repository's and the
 * worktree's, the later over the earlier.
 */
final class GitSettings {
    private final Map<String, String> environment;
    private final Config user;
    private final Config repository;
    private final Config effective;

    private GitSettings(Map<String, String> environment, Config user, Config repository, Config effective) {
        this.environment = environment;
        this.user = user;
        this.repository = repository;
        this.effective = effective;
    }

    static GitSettings load(GitLayout layout, Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        Config user = new Config();
        for (Path file : userFiles(environment)) {
            user = ConfigFile.read(file, home, user);
        }
        Path own = layout.commonDir().resolve("config");
        Config effective = ConfigFile.read(own, home, user);
        if (effective.getBoolean("extensions", "worktreeConfig", false)) {
            effective = ConfigFile.read(layout.gitDir().resolve("config.worktree"), home, effective);
        }
        return new GitSettings(environment, user, ConfigFile.readAlone(own), effective);
    }

    /** What the repository itself says, nobody else: this decides its format. */
    Config repository() {
        return repository;
    }

    /** What the user and the system say, and not the repository: this decides whom to trust. */
    Config user() {
        return user;
    }

    Optional<String> userEmail() {
        return Optional.ofNullable(environment.get("GIT_AUTHOR_EMAIL"))
                .or(() -> Optional.ofNullable(effective.getString("user", null, "email")))
                .filter(email -> !email.isBlank());
    }

    WorkTreeSettings workTree() {
        boolean normalises = Optional.ofNullable(effective.getString("core", null, "autocrlf"))
                .map(value -> value.equalsIgnoreCase("input") || value.equalsIgnoreCase("true"))
                .orElse(false);
        return new WorkTreeSettings(
                effective.getBoolean("core", "filemode", true),
                effective.getBoolean("core", "symlinks", true),
                normalises);
    }

    /** The ignore files that lie in no folder of the work tree, the one that decides first. */
    List<Path> excludes(GitLayout layout) {
        List<Path> files = new ArrayList<>();
        files.add(layout.commonDir().resolve("info/exclude"));
        String named = effective.getString("core", null, "excludesFile");
        if (named != null) {
            files.add(layout.workTree().resolve(expand(named)));
        } else {
            xdg(environment).map(folder -> folder.resolve("ignore")).ifPresent(files::add);
        }
        return files;
    }

    /** Puts the home folder where a setting says {@code ~/}. */
    String expand(String path) {
        return path.startsWith("~/") ? environment.getOrDefault("HOME", "") + path.substring(1) : path;
    }

    /** The files of the system and the user, whether they are there or not. */
    static List<Path> userFiles(Map<String, String> environment) {
        List<Path> files = new ArrayList<>();
        if (!Arrays.asList("1", "true", "yes", "on").contains(environment.getOrDefault("GIT_CONFIG_NOSYSTEM", ""))) {
            files.add(Path.of(environment.getOrDefault("GIT_CONFIG_SYSTEM", "/etc/gitconfig")));
        }
        String named = environment.get("GIT_CONFIG_GLOBAL");
        if (named != null) {
            files.add(Path.of(named));
            return files;
        }
        xdg(environment).map(folder -> folder.resolve("config")).ifPresent(files::add);
        home(environment).map(home -> home.resolve(".gitconfig")).ifPresent(files::add);
        return files;
    }

    private static Optional<Path> xdg(Map<String, String> environment) {
        String named = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return named.isEmpty()
                ? home(environment).map(home -> home.resolve(".config/git"))
                : Optional.of(Path.of(named, "git"));
    }

    private static Optional<Path> home(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("HOME"))
                .filter(home -> !home.isEmpty())
                .map(Path::of);
    }
}
