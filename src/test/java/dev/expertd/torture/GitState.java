package dev.expertd.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every file below {@code .git} with its size and time, and what git says of the work trees but expertise files. */
record GitState(Map<String, String> files, List<String> changes) {
    static GitState of(Estate estate) {
        Map<String, String> files = new TreeMap<>();
        Path git = estate.main().root().resolve(".git");
        try (Stream<Path> all = Files.walk(git)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        git.relativize(file).toString(),
                        Files.size(file) + " bytes of " + Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> changes = new ArrayList<>();
        for (Tree tree : estate.trees()) {
            tree.git().lines("status", "--porcelain").stream()
                    .filter(line -> Expertise.FILES.stream().noneMatch(line::endsWith))
                    .forEach(line -> changes.add(tree.root().getFileName() + ": " + line));
        }
        return new GitState(files, changes);
    }

    /** Says what expertd did to it; nobody else did anything in between. */
    void mustBe(GitState before) {
        if (!equals(before)) {
            Map<String, String> differing = new TreeMap<>(files);
            differing
                    .entrySet()
                    .removeIf(file -> file.getValue().equals(before.files().get(file.getKey())));
            throw new Broken("git's own files or the work tree changed while only expertd was at work: " + differing
                    + ", " + before.changes() + " became " + changes);
        }
    }

    /** Every entry of every reference log is the model's; nothing is broken in the object store. */
    static void mustBeSound(Estate estate) {
        try (Stream<Path> logs = Files.walk(estate.main().root().resolve(".git"))) {
            for (Path log : logs.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/logs/"))
                    .toList()) {
                for (String line : Files.readAllLines(log)) {
                    if (!line.contains(Git.WHO)) {
                        throw new Broken("somebody else moved a reference: " + log + ": " + line);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Git.Said said = estate.main().git().attempt("fsck", "--no-dangling", "--no-progress");
        if (!said.isOk() || said.text().contains("error") || said.text().contains("missing")) {
            throw new Broken("git fsck: " + said.text());
        }
    }
}
