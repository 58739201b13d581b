package dev.expertd.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What git ignores, while a walk goes down and up a work tree: the nearest {@code .gitignore} with an opinion decides,
 * then {@code info/exclude}, then the user's own file. What lies in an ignored folder is ignored whatever it says.
 */
final class IgnoreRules {
    private static final int FILE_LIMIT = 1 << 20;

    private final List<IgnoreNode> excludes = new ArrayList<>();
    private final Deque<Folder> folders = new ArrayDeque<>();

    /** A folder that the walk is in. */
    private record Folder(String prefix, IgnoreNode rules, boolean isIgnored) {}

    /** {@code excludes}: the files that hold for the whole work tree, the one that decides first. */
    IgnoreRules(List<Path> excludes) throws IOException {
        for (Path file : excludes) {
            this.excludes.add(read(file));
        }
    }

    /** {@code prefix}: the path of the folder with a slash behind it, or empty at the root. */
    void enter(String prefix, Path folder) throws IOException {
        boolean ignored = !prefix.isEmpty() && isIgnored(prefix.substring(0, prefix.length() - 1), true);
        Path file = folder.resolve(".gitignore");
        // git does not follow a link here either: it could lead out of the work tree
        IgnoreNode rules = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? read(file) : new IgnoreNode();
        folders.push(new Folder(prefix, rules, ignored));
    }

    void leave() {
        folders.pop();
    }

    /** For a path directly in the folder that the walk is in. */
    boolean isIgnored(String path, boolean isFolder) {
        if (!folders.isEmpty() && folders.peek().isIgnored()) {
            return true;
        }
        for (Folder folder : folders) {
            Boolean decided =
                    folder.rules().checkIgnored(path.substring(folder.prefix().length()), isFolder);
            if (decided != null) {
                return decided;
            }
        }
        for (IgnoreNode rules : excludes) {
            Boolean decided = rules.checkIgnored(path, isFolder);
            if (decided != null) {
                return decided;
            }
        }
        return false;
    }

    private static IgnoreNode read(Path file) throws IOException {
        IgnoreNode rules = new IgnoreNode();
        if (Files.isRegularFile(file) && Files.isReadable(file) && Files.size(file) <= FILE_LIMIT) {
            try (InputStream in = Files.newInputStream(file)) {
                rules.parse(in);
            }
        }
        return rules;
    }
}
