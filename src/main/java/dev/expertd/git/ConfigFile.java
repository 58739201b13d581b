package dev.expertd.git;

import dev.expertd.git.plumbing.GitText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/** One of git's configuration files with what it includes by {@code include.path}; conditions are not understood. */
final class ConfigFile extends Config {
    private static final int FILE_LIMIT = 1 << 20;

    private final Path file;
    private final String home;

    private ConfigFile(Path file, String home, @Nullable Config base) {
        super(base);
        this.file = file;
        this.home = home;
    }

    /** Reads a file over {@code base}; one that is not there says nothing. */
    static Config read(Path file, String home, @Nullable Config base) {
        ConfigFile config = new ConfigFile(file, home, base);
        try {
            config.fromText(text(file));
        } catch (IOException | ConfigInvalidException e) {
            throw new GitException(file + " cannot be read: " + e.getMessage() + "; run `git status` there", e);
        }
        return config;
    }

    /** Reads a file alone, without what it includes. */
    static Config readAlone(Path file) {
        Config config = new Config();
        try {
            config.fromText(text(file));
        } catch (IOException | ConfigInvalidException e) {
            throw new GitException(file + " cannot be read: " + e.getMessage() + "; run `git status` there", e);
        }
        return config;
    }

    @Override
    protected byte @Nullable [] readIncludedConfig(String path) throws ConfigInvalidException {
        try {
            Path included = path.startsWith("~/") ? Path.of(home, path.substring(2)) : file.resolveSibling(path);
            return isReadable(included) ? Files.readAllBytes(included) : null;
        } catch (IOException | InvalidPathException e) {
            throw new ConfigInvalidException("included " + path + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) throws IOException {
        return isReadable(file) ? GitText.decode(Files.readAllBytes(file)) : "";
    }

    private static boolean isReadable(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.isReadable(file) && Files.size(file) <= FILE_LIMIT;
    }
}
