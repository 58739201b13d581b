package dev.expertd.daemon.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks git where it looks for a repository's hooks. */
public final class HooksFolder {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 8192;
    private static final Set<String> OTHERS = Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX");

    private HooksFolder() {}

    /** The folder as git names it, {@code core.hooksPath} respected; the repository's own if git cannot be asked. */
    public static Path of(Path workTree, Path commonDir) {
        ProcessBuilder builder = new ProcessBuilder("git", "rev-parse", "--git-path", "hooks")
                .directory(workTree.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(OTHERS);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        Path own = commonDir.resolve("hooks");
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            if (!git.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return own;
            }
            String said = new String(git.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
            String folder = said.endsWith("\n") ? said.substring(0, said.length() - 1) : said;
            return git.exitValue() != 0 || folder.isEmpty()
                    ? own
                    : workTree.resolve(folder).normalize();
        } catch (IOException e) {
            return own; // no git to be found here: whoever commits will have one, and look there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return own;
        }
    }
}
