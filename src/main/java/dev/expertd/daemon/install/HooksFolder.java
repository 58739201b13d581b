package dev.expertd.daemon.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks git where it looks for a repository's hooks. */
public final class HooksFolder {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private HooksFolder() {}

    /** The folder as git names it, {@code core.hooksPath} respected; the repository's own if git cannot be asked. */
    public static Path of(Path workTree, Path commonDir) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "rev-parse", "--git-path", "hooks")
                .directory(workTree.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.equals("GIT_DIR") || name.equals("GIT_WORK_TREE"));
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        Path own = commonDir.resolve("hooks");
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readNBytes(8192), StandardCharsets.UTF_8).strip();
            if (!git.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || git.exitValue() != 0 || said.isEmpty()) {
                git.destroyForcibly();
                return own;
            }
            return workTree.resolve(said).normalize();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return own;
        }
    }
}
