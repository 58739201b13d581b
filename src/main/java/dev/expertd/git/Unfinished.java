package dev.expertd.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What git was begun and not brought to an end in a worktree.
 *
 * @param operation as {@link GitReader#operationUnderWay} names it
 * @param since when its marks last changed
 * @param end the command that ends it, one way or the other
 */
public record Unfinished(String operation, Instant since, String end) {
    public Unfinished {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(end, "end");
    }

    /** What is under way in that worktree; empty if nothing is. */
    public static Optional<Unfinished> in(GitLayout layout) {
        return Operations.mark(layout.gitDir()).flatMap(mark -> {
            Path file = layout.gitDir().resolve(mark.file());
            try {
                Instant since = Files.getLastModifiedTime(file).toInstant();
                return Optional.of(new Unfinished(mark.operation(), since, end(mark.operation(), layout, file)));
            } catch (IOException e) {
                return Optional.empty(); // it has just ended
            }
        });
    }

    private static String end(String operation, GitLayout layout, Path mark) {
        String git = "`git -C " + layout.workTree() + " ";
        return switch (operation) {
            case "a rebase" -> git + "rebase --continue` or `--abort`";
            case "`git am`" -> git + "am --continue` or `--abort`";
            case "a merge" -> git + "merge --continue` or `--abort`";
            case "a cherry-pick", "a sequence of picks" -> git + "cherry-pick --continue` or `--abort`";
            case "a revert" -> git + "revert --continue` or `--abort`";
            case "a bisect" -> git + "bisect reset`";
            default -> "`rm " + mark + "` if no git command runs there any more";
        };
    }
}
