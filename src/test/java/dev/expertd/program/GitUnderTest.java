package dev.expertd.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The git that tests use, themselves and below the program: the one that {@code GIT_UNDER_TEST=/path/to/git} names, else
 * the one on the search path.
 */
public final class GitUnderTest {
    private static final String VARIABLE = "GIT_UNDER_TEST";
    private static final Optional<Path> NAMED = Optional.ofNullable(System.getenv(VARIABLE))
            .filter(path -> !path.isBlank())
            .map(Path::of);
    private static final Pattern VERSION = Pattern.compile("git version (\\d+)\\.(\\d+)");

    private GitUnderTest() {}

    /** What a test calls: an absolute path, since Java looks programs up in its own search path, not in the child's. */
    public static String command() {
        NAMED.filter(path -> !Files.isExecutable(path)).ifPresent(path -> {
            throw new IllegalStateException(VARIABLE + "=" + path + " cannot be run");
        });
        return NAMED.map(Path::toString).orElse("git");
    }

    /** Puts that git first on the search path of a process which will call it. */
    public static void on(Map<String, String> environment) {
        NAMED.map(Path::getParent)
                .ifPresent(folder ->
                        environment.merge("PATH", folder.toString(), (old, first) -> first + File.pathSeparator + old));
    }

    /** True if it is that version or a later one. */
    public static boolean isAtLeast(int major, int minor) {
        Matcher version = VERSION.matcher(version());
        if (!version.find()) {
            throw new IllegalStateException(command() + " does not tell its version");
        }
        int found = Integer.parseInt(version.group(1));
        return found > major || found == major && Integer.parseInt(version.group(2)) >= minor;
    }

    /** What it says of itself: {@code git version 2.54.0}. */
    public static String version() {
        try {
            Process git = new ProcessBuilder(command(), "version").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
