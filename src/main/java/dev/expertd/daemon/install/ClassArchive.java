package dev.expertd.daemon.install;

import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The archive of classes beside the installed program, from which commands start in half the time. Only the Java that
 * made it takes it; when that was replaced by another one, as an upgrade of the system does, it is made anew.
 *
 * <p>{@code install.sh} makes the first, with the list of classes that it holds and a note of what made it: its size in
 * bytes and the path of that Java in one line, that Java's version in the next. The launcher reads the first line.
 */
public final class ClassArchive {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final String java;
    private final String version;

    /**
     * Takes what runs now.
     *
     * @param folder where the program's jar lies
     * @param java the Java that the launcher chose, as it is called; empty if there was no launcher
     * @param version of that Java, as {@code java.vm.version}
     */
    public ClassArchive(Path folder, String java, String version) {
        this.folder = folder;
        this.java = java;
        this.version = version;
    }

    /**
     * True if the Java that made it is not there any more or is another version by now. One that only differs from what
     * runs now is left alone: whoever calls the program with two of them, one after the other, keeps the first's.
     */
    public boolean isOld() {
        if (java.isEmpty() || !Files.isRegularFile(classes())) {
            return false;
        }
        try {
            List<String> made = Files.readAllLines(note());
            String by = made.get(0).substring(made.get(0).indexOf(' ') + 1);
            return by.equals(java) ? !made.get(1).equals(version) : !Files.isExecutable(Path.of(by));
        } catch (IOException | IndexOutOfBoundsException e) {
            return true;
        }
    }

    /**
     * Makes it anew with the Java that runs now, in a process of its own that works for some seconds.
     *
     * @return false if that Java could not; the program then starts without one
     */
    public boolean renew() throws IOException, InterruptedException {
        Path made = folder.resolve("expertd.jsa.new");
        Files.deleteIfExists(made);
        Process dump = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:dump",
                        "-Xlog:disable",
                        "-XX:SharedClassListFile=" + classes(),
                        "-XX:SharedArchiveFile=" + made,
                        "-jar",
                        folder.resolve("expertd.jar").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!dump.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    || dump.exitValue() != 0
                    || !Files.isRegularFile(made)) {
                return false;
            }
            Files.deleteIfExists(note()); // without it, no command takes the one for the other
            Files.move(made, folder.resolve("expertd.jsa"), StandardCopyOption.ATOMIC_MOVE);
            String words = Files.size(folder.resolve("expertd.jsa")) + " " + java + "\n" + version + "\n";
            DurableFile.write(note(), words.getBytes(StandardCharsets.UTF_8));
            return true;
        } finally {
            dump.destroyForcibly();
            Files.deleteIfExists(made);
        }
    }

    private Path classes() {
        return folder.resolve("expertd.classes");
    }

    private Path note() {
        return folder.resolve("expertd.jsa.made");
    }
}
