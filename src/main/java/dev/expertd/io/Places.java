package dev.expertd.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where expertd keeps what is not in a repository, by the platform's convention.
 *
 * <p>Home is the environment's, not Java's {@code user.home}: a hook that git runs must mean the same place.
 *
 * @param config settings and enrolled repositories
 * @param state journal, log, locks and spool; private
 * @param data the installed program
 */
public record Places(Path config, Path state, Path data) {
    /** The name of the script that hooks in git's configuration read, beside the folder of spools. */
    public static final String HOOK_SCRIPT = "hook";

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    public Places {
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(data, "data");
    }

    /**
     * The places of the user whose environment this is; an empty or relative variable counts as unset.
     *
     * @throws PlacesException if the environment names no home
     */
    public static Places of(Map<String, String> environment, String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            String support = "Library/Application Support/expertd";
            return new Places(
                    xdg(environment, "XDG_CONFIG_HOME", support),
                    xdg(environment, "XDG_STATE_HOME", support + "/state"),
                    xdg(environment, "XDG_DATA_HOME", support + "/data"));
        }
        if (os.startsWith("win")) {
            Path base = absolute(environment, "LOCALAPPDATA")
                    .orElseGet(() -> home(environment).resolve("AppData/Local"))
                    .resolve("expertd");
            return new Places(base.resolve("config"), base.resolve("state"), base.resolve("data"));
        }
        return new Places(
                xdg(environment, "XDG_CONFIG_HOME", ".config/expertd"),
                xdg(environment, "XDG_STATE_HOME", ".local/state/expertd"),
                xdg(environment, "XDG_DATA_HOME", ".local/share/expertd"));
    }

    public Path userSettings() {
        return config.resolve("config.yml");
    }

    public Path journal() {
        return state.resolve("journal.db");
    }

    public Path log() {
        return state.resolve("daemon.log");
    }

    /** What the daemon's process prints beside its log: why it did not start, or how its Java died. */
    public Path daemonOutput() {
        return state.resolve("daemon.out");
    }

    /** What the running daemon says of itself. */
    public Path daemonState() {
        return state.resolve("daemon.state");
    }

    /** When daemons began and how they ended. */
    public Path daemonLives() {
        return state.resolve("daemon.lives");
    }

    /** What was written for the service that starts the daemon. */
    public Path service() {
        return state.resolve("service");
    }

    /** What keeps the daemon that holds the lock of that name from its work. */
    public Path troubles(String lock) {
        return state.resolve(lock + ".troubles");
    }

    public Path locks() {
        return state.resolve("locks");
    }

    /** The file to which a repository's hooks append. */
    public Path spool(String repository) {
        return state.resolve("spool").resolve(repository);
    }

    /** Where the new content of a repository's files lies until it takes their place. */
    public Path staging(String repository) {
        return state.resolve("staging").resolve(repository);
    }

    /** What the hooks in git's configuration read, which find it from their spool. */
    public Path hookScript() {
        return state.resolve(HOOK_SCRIPT);
    }

    /** Makes the folders of state, open to nobody else. */
    public void make() throws IOException {
        for (Path folder : List.of(state, locks(), state.resolve("spool"))) {
            makePrivate(folder);
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder);
            return;
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        }
        if (!Files.getPosixFilePermissions(folder).equals(PRIVATE)) {
            Files.setPosixFilePermissions(folder, PRIVATE);
        }
    }

    private static Path home(Map<String, String> environment) {
        return absolute(environment, "HOME")
                .or(() -> absolute(environment, "USERPROFILE"))
                .orElseThrow(() -> new PlacesException("HOME is not set; set it to your home directory"));
    }

    private static Path xdg(Map<String, String> environment, String variable, String otherwise) {
        return absolute(environment, variable)
                .map(folder -> folder.resolve("expertd"))
                .orElseGet(() -> home(environment).resolve(otherwise));
    }

    private static Optional<Path> absolute(Map<String, String> environment, String variable) {
        try {
            return Optional.of(Path.of(environment.getOrDefault(variable, ""))).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            throw new PlacesException(variable + " is no path: " + e.getReason());
        }
    }
}
