package dev.expertd.daemon.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks git by which driver it would merge files of a work tree, all of its attribute files considered. */
final class MergeAttributes {
    /** What git says where no attribute file says anything. */
    static final String NONE = "unspecified";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 1 << 20;
    private static final Set<String> OTHERS =
            Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_INDEX_FILE");

    private MergeAttributes() {}

    /** The value of {@code merge} for each of these files; {@link #NONE} for all if git cannot be asked. */
    static Map<String, String> of(Path workTree, List<String> files) {
        Map<String, String> values = new LinkedHashMap<>();
        files.forEach(file -> values.put(file, NONE));
        if (files.isEmpty()) {
            return values;
        }
        List<String> command = new ArrayList<>(List.of("git", "check-attr", "-z", "merge", "--"));
        command.addAll(files);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workTree.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(OTHERS);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
            if (!git.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return values;
            }
            String[] parts = said.split("\0", -1);
            for (int i = 0; i + 2 < parts.length; i += 3) {
                values.replace(parts[i], parts[i + 2]);
            }
        } catch (IOException e) {
            return values; // no git to be found here, so nothing is known of its attributes
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return values;
    }
}
