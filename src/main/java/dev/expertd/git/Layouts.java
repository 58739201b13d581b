package dev.expertd.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/** Finds a repository's parts from any folder inside a work tree. */
final class Layouts {
    private static final String GITDIR = "gitdir:";
    private static final int POINTER_BYTES = 8192;

    private Layouts() {}

    /** The layout of the repository that holds {@code start}. */
    static GitLayout find(Path start) {
        Path real;
        try {
            real = start.toRealPath();
        } catch (IOException e) {
            throw new GitException(start + " cannot be opened: there is no such folder", e);
        }
        for (Path folder = real; folder != null; folder = folder.getParent()) {
            Path git = folder.resolve(".git");
            if (Files.isDirectory(git)) {
                return layout(elsewhere(git).orElse(folder), git);
            }
            if (Files.isRegularFile(git)) {
                return layout(folder, pointer(git, GITDIR));
            }
            if (isGitDir(folder)) {
                throw new GitException(folder + " is a bare repository or inside .git; give a work tree instead");
            }
        }
        throw new GitException(start + " is in no git repository; run `git init` there or give another folder");
    }

    /** The work trees of the repository that exist now, the main one first. */
    static List<Path> worktrees(GitLayout layout) throws IOException {
        List<Path> trees = new ArrayList<>();
        main(layout).ifPresent(trees::add);
        for (Path linked : linked(layout)) {
            Path file = linked.resolve("gitdir");
            Path tree = Files.isRegularFile(file) ? pointer(file, "").getParent() : null;
            if (tree != null && Files.isDirectory(tree)) {
                trees.add(tree);
            }
        }
        return trees;
    }

    /** The HEADs of all worktrees, as refs that mean the same in each of them. */
    static List<String> heads(GitLayout layout) throws IOException {
        List<String> heads = new ArrayList<>();
        heads.add("main-worktree/HEAD");
        linked(layout).forEach(linked -> heads.add("worktrees/" + linked.getFileName() + "/HEAD"));
        return heads;
    }

    /** The main work tree; none if the repository is bare, or nobody wrote down where it is. */
    private static Optional<Path> main(GitLayout layout) {
        Path common = layout.commonDir();
        if (layout.gitDir().equals(common)) {
            return Optional.of(layout.workTree());
        }
        Config config = ConfigFile.readAlone(common.resolve("config"));
        if (config.getBoolean("core", "bare", false)) {
            return Optional.empty();
        }
        boolean isUsual = common.endsWith(".git");
        return elsewhere(common)
                .or(() -> isUsual ? Optional.ofNullable(common.getParent()) : Optional.empty())
                .filter(Files::isDirectory);
    }

    /** The work tree that {@code core.worktree} names. */
    private static Optional<Path> elsewhere(Path gitDir) {
        return Optional.ofNullable(
                        ConfigFile.readAlone(gitDir.resolve("config")).getString("core", null, "worktree"))
                .map(named -> gitDir.resolve(named).normalize());
    }

    private static List<Path> linked(GitLayout layout) throws IOException {
        Path folder = layout.commonDir().resolve("worktrees");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static GitLayout layout(Path workTree, Path gitDir) {
        if (workTree.toString().chars().anyMatch(each -> each == '\n' || each == '\r')) {
            throw new GitException(
                    "there is a line break in the name of " + workTree + "; rename that folder to use expertd in it");
        }
        if (Files.isDirectory(gitDir) && !Files.isExecutable(gitDir)) {
            throw new GitException(gitDir + " cannot be read: permission denied; give yourself the right to");
        }
        if (!isGitDir(gitDir)) {
            throw new GitException(gitDir + " is no git directory; repair the repository with `git status` first");
        }
        Path commonFile = gitDir.resolve("commondir");
        Path common = Files.isRegularFile(commonFile) ? pointer(commonFile, "") : gitDir;
        return new GitLayout(workTree, gitDir, common);
    }

    private static boolean isGitDir(Path folder) {
        return Files.isRegularFile(folder.resolve("HEAD"))
                && (Files.isDirectory(folder.resolve("objects")) || Files.isRegularFile(folder.resolve("commondir")));
    }

    /** Reads a file that holds one path, relative to the file's own folder. */
    private static Path pointer(Path file, String prefix) {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(POINTER_BYTES), StandardCharsets.UTF_8).strip();
            if (!text.startsWith(prefix)) {
                throw new GitException(
                        file + " does not say where the repository is; repair it with `git worktree repair`");
            }
            return file.resolveSibling(text.substring(prefix.length()).strip()).normalize();
        } catch (IOException | InvalidPathException e) {
            throw new GitException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
