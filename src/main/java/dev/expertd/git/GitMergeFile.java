package dev.expertd.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Git's own merge of three files, by {@code git merge-file}, with the conflict style that the user configured. */
public final class GitMergeFile {
    private static final int LONGEST_SECONDS = 60;
    private static final int MOST_CONFLICTS = 127;
    private static final long LARGEST = 8 << 20;

    private final Path folder;
    private final int markerSize;
    private final MergeLabels labels;

    /**
     * For one merge.
     *
     * @param folder where git looks for its configuration
     * @param markerSize length of the conflict markers
     */
    public GitMergeFile(Path folder, int markerSize, MergeLabels labels) {
        this.folder = folder;
        this.markerSize = markerSize;
        this.labels = labels;
    }

    /** Merges into the file of our side, with markers where that conflicts; the number of conflicts. */
    public int into(Path ours, Path base, Path theirs) throws IOException {
        int status = run(Optional.empty(), ours, base, theirs);
        if (status < 0 || status > MOST_CONFLICTS) {
            throw new IOException("git merge-file ended with status " + status);
        }
        return status;
    }

    /** Merges three texts; empty if that conflicts. */
    public Optional<byte[]> merged(byte[] base, byte[] ours, byte[] theirs) throws IOException {
        Path own = Files.createTempDirectory("expertd-merge");
        try {
            Path out = own.resolve("merged");
            int status = run(
                    Optional.of(out),
                    Files.write(own.resolve("ours"), ours),
                    Files.write(own.resolve("base"), base),
                    Files.write(own.resolve("theirs"), theirs));
            return status == 0 && Files.size(out) <= LARGEST ? Optional.of(Files.readAllBytes(out)) : Optional.empty();
        } finally {
            remove(own);
        }
    }

    private int run(Optional<Path> printed, Path ours, Path base, Path theirs) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "merge-file", "-q", "--marker-size=" + markerSize));
        command.addAll(List.of("-L", labels.ours(), "-L", labels.base(), "-L", labels.theirs()));
        if (printed.isPresent()) {
            command.add("-p");
        }
        Stream.of(ours, base, theirs)
                .forEach(file -> command.add(file.toAbsolutePath().toString()));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(printed.map(Path::toFile)
                        .map(ProcessBuilder.Redirect::to)
                        .orElse(ProcessBuilder.Redirect.DISCARD))
                .start();
        try {
            git.getOutputStream().close();
            if (!git.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("git merge-file took longer than " + LONGEST_SECONDS + " s");
            }
            return git.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("git merge-file was interrupted", e);
        } finally {
            git.destroyForcibly();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
