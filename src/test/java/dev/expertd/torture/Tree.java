package dev.expertd.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A checkout, and which lines of the human its expertise files have to hold: what git put there and what the human did
 * since. What expertd does never changes that.
 */
final class Tree {
    private final Path root;
    private final Git git;
    private final Map<String, List<String>> due = new HashMap<>();
    private final Map<String, String> red = new TreeMap<>();
    private final Map<String, String> written = new TreeMap<>();

    Tree(Path root) {
        this.root = root;
        this.git = new Git(root);
        Expertise.FILES.forEach(file -> due.put(file, committed(file).human()));
    }

    Path root() {
        return root;
    }

    Git git() {
        return git;
    }

    /** Tests that fail here, with their error. */
    Map<String, String> red() {
        return red;
    }

    /** Traces that were written here since the last check. */
    Map<String, String> traces() {
        return written;
    }

    List<String> due(String file) {
        return due.getOrDefault(file, List.of());
    }

    void due(String file, List<String> lines) {
        due.put(file, lines.stream().sorted().toList());
    }

    Expertise committed(String file) {
        return new Expertise(git.show("HEAD", file));
    }

    Expertise now(String file) {
        return new Expertise(read(file));
    }

    String read(String path) {
        try {
            return Files.exists(root.resolve(path)) ? Files.readString(root.resolve(path)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that may check out other files: what git put into a file is due there from then on. */
    void moving(Runnable deed) {
        Map<String, String> before = new HashMap<>();
        Expertise.FILES.forEach(file -> before.put(file, git.show("HEAD", file)));
        deed.run();
        for (String file : Expertise.FILES) {
            String after = git.show("HEAD", file);
            if (!after.equals(before.get(file))) {
                due(file, new Expertise(after).human());
            }
        }
    }

    /** Whatever was not committed is gone. */
    void reset() {
        Expertise.FILES.forEach(file -> due(file, committed(file).human()));
    }

    boolean isClean() {
        return git.run("status", "--porcelain", "--untracked-files=no").isBlank();
    }
}
