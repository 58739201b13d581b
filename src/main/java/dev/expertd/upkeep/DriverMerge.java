package dev.expertd.upkeep;

import dev.expertd.expertise.ExpertiseMerge;
import dev.expertd.git.GitMergeFile;
import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * One file merged on git's behalf. Whatever expertd cannot merge, or fails over, git merges as if there were no expertd,
 * and our side's file is replaced whole or not at all.
 */
public final class DriverMerge {
    private static final long LARGEST = 1 << 20;

    private final GitMergeFile git;

    public DriverMerge(GitMergeFile git) {
        this.git = git;
    }

    /**
     * Merges three files that git made for this; the result takes the place of our side.
     *
     * @param path where the file lies in the repository
     * @return true if nothing conflicts, false if a person has to decide and the markers stand there
     */
    public boolean merge(Path base, Path ours, Path theirs, String path) throws IOException {
        Optional<byte[]> merged = isYaml(path) ? Optional.empty() : learnings(base, ours, theirs);
        if (merged.isPresent()) {
            DurableFile.write(ours, merged.get());
            return true;
        }
        return git.into(ours, base, theirs) == 0;
    }

    private Optional<byte[]> learnings(Path base, Path ours, Path theirs) throws IOException {
        if (Files.size(base) > LARGEST || Files.size(ours) > LARGEST || Files.size(theirs) > LARGEST) {
            return Optional.empty();
        }
        byte[] from = Files.readAllBytes(base);
        byte[] our = Files.readAllBytes(ours);
        byte[] their = Files.readAllBytes(theirs);
        try {
            return ExpertiseMerge.merge(from, our, their, git::merged);
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty(); // text that breaks the parser is git's to merge
        }
    }

    /** The expertise file of the YAML family, whose lists are nested otherwise. */
    private static boolean isYaml(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
