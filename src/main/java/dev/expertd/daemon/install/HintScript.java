package dev.expertd.daemon.install;

import dev.expertd.io.DurableFile;
import dev.expertd.io.Places;
import dev.expertd.io.ShellWord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The script that leaves a hint, as a file of the user's beside the folder of spools, for all repositories. A command in
 * git's configuration reads it into the shell that git starts for that command, so that nothing else is started.
 */
final class HintScript {
    private final Path spool;

    HintScript(Path spool) {
        this.spool = spool;
    }

    /**
     * The command for git's configuration: it says nothing and ends with 0 whatever is missing or broken. Git appends the
     * hook's arguments to it, which the colon then takes.
     */
    String command() {
        return "{ spool=" + ShellWord.quoted(spool.toString()) + "; command . \"${spool%/*/*}/" + Places.HOOK_SCRIPT
                + "\"; } 2>/dev/null || :";
    }

    /** Writes the file, unless it is there as it should be. */
    void write() throws IOException {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        if (isMissing() || !Files.readString(file()).equals(text())) {
            Files.createDirectories(file().resolveSibling("."));
            DurableFile.write(file(), text);
        }
    }

    boolean isMissing() {
        return !Files.isRegularFile(file());
    }

    private Path file() {
        Path spools = Objects.requireNonNull(spool.toAbsolutePath().getParent(), "a folder of spools");
        return spools.resolveSibling(Places.HOOK_SCRIPT);
    }

    static String text() throws IOException {
        return resource("hint");
    }

    /** One of the scripts of the project's folder {@code hooks}. */
    static String resource(String name) throws IOException {
        try (InputStream in = HintScript.class.getResourceAsStream("/dev/expertd/hooks/" + name)) {
            return new String(
                    Optional.ofNullable(in)
                            .orElseThrow(() -> new IOException("the program lacks hooks/" + name))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
