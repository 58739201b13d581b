package dev.expertd.daemon;

import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What the running daemon says of itself, in a file of {@code key=value} lines.
 *
 * @param mode how changes are found: {@code watch} or {@code sweep}; {@code wait} as long as it waits after crashes
 */
public record DaemonState(long pid, Instant started, String mode, String version) {
    private static final Duration SAME_START = Duration.ofSeconds(2);

    /** Reads what a daemon wrote last; empty if none ever did or the file is damaged. */
    public static Optional<DaemonState> read(Path file) {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
            return Optional.of(new DaemonState(
                    Long.parseLong(values.getProperty("pid", "")),
                    Instant.parse(values.getProperty("started", "")),
                    values.getProperty("mode", "watch"),
                    values.getProperty("version", "")));
        } catch (IOException | NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        DurableFile.write(
                file,
                ("pid=" + pid + "\nstarted=" + started + "\nmode=" + mode + "\nversion=" + version + "\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** How it finds changes, in words. */
    public String inWords() {
        return switch (mode) {
            case "watch" -> "finds changes by watching";
            case "wait" -> "waits before it looks at anything";
            default -> "finds changes by looking every few seconds (no watch is left)";
        };
    }

    /**
     * True if a living process is the one that wrote this: it began when this says, or, as setting the system's clock
     * moves that time, it was called as a daemon.
     */
    boolean isThat(ProcessHandle process) {
        boolean sameStart = process.info()
                .startInstant()
                .filter(begun -> Duration.between(begun, started).abs().compareTo(SAME_START) <= 0)
                .isPresent();
        boolean calledSo =
                process.info().arguments().map(List::of).orElse(List.of()).contains("daemon");
        return process.isAlive() && (sameStart || calledSo);
    }
}
