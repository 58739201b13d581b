package dev.expertd.git.jgit;

import dev.expertd.git.plumbing.FileAttributes;
import dev.expertd.git.plumbing.FileNames;
import dev.expertd.git.plumbing.FileVisitor;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks a work tree once, as {@code git ls-files --cached --others --exclude-standard} sees it: ignored folders are
 * entered for the sake of tracked files only, nested repositories not at all, links are not followed.
 */
final class WorkTreeWalk {
    private final Path root;
    private final IgnoreRules rules;
    private final Set<String> tracked;
    private @Nullable Set<String> trackedFolders;

    WorkTreeWalk(Path root, List<Path> excludes, Collection<String> tracked) throws IOException {
        this.root = root;
        this.rules = new IgnoreRules(excludes);
        this.tracked = tracked instanceof Set<String> set ? set : new HashSet<>(tracked);
    }

    void each(FileVisitor visitor) throws IOException {
        folder("", root, visitor);
    }

    private void folder(String prefix, Path folder, FileVisitor visitor) throws IOException {
        rules.enter(prefix, folder);
        for (Path file : children(folder)) {
            if (file.endsWith(".git")) {
                continue; // a folder, or a file that says where it is: never part of a work tree
            }
            String path = prefix + FileNames.relative(folder, file);
            BasicFileAttributes attributes;
            try {
                attributes = FileAttributes.read(file);
            } catch (IOException e) {
                continue; // removed meanwhile, or closed to us
            }
            if (!attributes.isDirectory()) {
                if (tracked.contains(path) || !rules.isIgnored(path, false)) {
                    visitor.file(path, file, attributes);
                }
            } else if (isEntered(path, file)) {
                folder(path + "/", file, visitor);
            }
        }
        rules.leave();
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (IOException e) {
            return List.of(); // removed meanwhile, or closed to us
        }
        return children;
    }

    private boolean isEntered(String path, Path folder) {
        boolean nested = Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
        return !nested && !rules.isIgnored(path, true) || trackedFolders().contains(path);
    }

    private Set<String> trackedFolders() {
        if (trackedFolders == null) {
            Set<String> folders = new HashSet<>();
            for (String path : tracked) {
                int end = path.lastIndexOf('/');
                while (end > 0 && folders.add(path.substring(0, end))) {
                    end = path.lastIndexOf('/', end - 1);
                }
            }
            trackedFolders = folders;
        }
        return trackedFolders;
    }
}
