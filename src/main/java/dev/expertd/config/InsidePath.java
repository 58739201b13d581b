package dev.expertd.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The rule that no setting leads out of the work tree, whoever wrote it: not by its text, not by a link on the way. */
final class InsidePath {
    private static final int LONGEST = 1024;
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:");
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    private InsidePath() {}

    /** What is wrong with a path or glob; empty if it stays inside. */
    static Optional<String> mistake(String path, @Nullable Path worktree) {
        if (path.length() > LONGEST) {
            return Optional.of("`" + Shown.text(path) + "` is too long for a path");
        }
        if (leaves(path)) {
            return Optional.of("`" + Shown.text(path) + "` leads out of the work tree; name a path inside it");
        }
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + path);
            if (worktree != null && linksOut(path, worktree)) {
                return Optional.of(
                        "`" + Shown.text(path) + "` leads out of the work tree through a link; name a path inside it");
            }
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("`" + Shown.text(path) + "` is no glob: " + e.getDescription());
        } catch (InvalidPathException e) {
            return Optional.of("`" + Shown.text(path) + "` is no path: " + e.getReason());
        }
    }

    private static boolean leaves(String path) {
        return path.startsWith("/")
                || path.startsWith("\\")
                || path.startsWith("~")
                || DRIVE.matcher(path).find()
                || List.of(SEPARATOR.split(path, -1)).contains("..");
    }

    /** Follows the path, up to its first wildcard, as far as it exists. */
    private static boolean linksOut(String path, Path worktree) {
        try {
            Path root = worktree.toRealPath();
            Path at = root;
            for (String name : path.split("/", -1)) {
                if (name.isEmpty() || WILDCARD.matcher(name).find()) {
                    break;
                }
                at = at.resolve(name);
                if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
                    break;
                }
                if (Files.isSymbolicLink(at) && !Files.exists(at)) {
                    return true; // where a broken link will lead one day, nobody can promise
                }
                if (!at.toRealPath().startsWith(root)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
