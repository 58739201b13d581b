package dev.expertd.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which commits there are, what they touch, and which are one and the same change, all of it as git tells. */
final class Patches {
    private final Estate estate;

    Patches(Estate estate) {
        this.estate = estate;
    }

    /** Commits that some checkout holds now and that are something tried: each has to be in exactly one act. */
    Set<String> tried() {
        Set<String> tried = new HashSet<>();
        for (Tree tree : estate.trees()) {
            String id = "";
            boolean code = false;
            boolean files = false;
            for (String line : tree.git()
                    .lines("log", "--no-merges", "--format=@%H", "--name-only", "HEAD", "^" + estate.baseline())) {
                if (line.startsWith("@")) {
                    add(tried, id, code || !files);
                    id = line.substring(1);
                    code = false;
                    files = false;
                } else {
                    files = true;
                    code |= !Expertise.FILES.contains(line);
                }
            }
            add(tried, id, code || !files);
        }
        return tried;
    }

    private static void add(Set<String> tried, String id, boolean isTried) {
        if (isTried && !id.isEmpty()) {
            tried.add(id);
        }
    }

    /** The names in all lessons that the messages of some checkout's commits state and no revert took back. */
    Set<String> stated(Set<String> lessons) {
        Set<String> stated = new HashSet<>();
        for (Tree tree : estate.trees()) {
            String log = tree.git().run("log", "--no-merges", "--format=%B", "HEAD", "^" + estate.baseline());
            for (String lesson : lessons) {
                String title = "fix: part_" + lesson.substring("table_".length()) + " of";
                if (log.contains(lesson + " is missing") && !log.contains("Revert \"" + title)) {
                    stated.add(lesson);
                }
            }
        }
        return stated;
    }

    /** The id of each commit's patch; commits without a change have none. */
    Map<String, String> ids() {
        try {
            Path patches = Files.createTempFile("patches", ".txt");
            Path ids = Files.createTempFile("ids", ".txt");
            Path main = estate.main().root();
            run(main, List.of("git", "log", "-p", "--no-merges", "--no-renames", "--all", "--reflog"), null, patches);
            run(main, List.of("git", "patch-id", "--stable"), patches, ids);
            Map<String, String> byCommit = new HashMap<>();
            for (String line : Files.readAllLines(ids, StandardCharsets.UTF_8)) {
                byCommit.put(line.substring(41), line.substring(0, 40));
            }
            Files.delete(patches);
            Files.delete(ids);
            return byCommit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path folder, List<String> command, Path in, Path out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        if (in != null) {
            builder.redirectInput(in.toFile());
        }
        Process process = builder.start();
        if (!Processes.ends(process, 60) || process.exitValue() != 0) {
            throw new Broken(command + " failed: " + Files.readString(out));
        }
    }
}
