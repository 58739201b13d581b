package dev.expertd.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What a process holds at one moment, as {@code /proc} tells. {@code kilobytes} are those in memory. */
record ProcSample(int threads, int handles, int children, int watches, long kilobytes, long journalKilobytes) {
    static ProcSample of(long pid, Path journal) {
        Path process = Path.of("/proc/" + pid);
        try {
            return new ProcSample(
                    count(process.resolve("task")),
                    count(process.resolve("fd")),
                    (int) ProcessHandle.of(pid).orElseThrow().children().count(),
                    watches(process.resolve("fdinfo")),
                    resident(process),
                    Files.size(journal) / 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String head() {
        return String.format(
                Locale.ROOT,
                "%8s %8s %8s %8s %9s %8s %8s %11s",
                "minute",
                "events",
                "threads",
                "handles",
                "children",
                "watches",
                "RSS MB",
                "journal MB");
    }

    String row(double minute, int events) {
        return String.format(
                Locale.ROOT,
                "%8.1f %8d %8d %8d %9d %8d %8.1f %11.1f",
                minute,
                events,
                threads,
                handles,
                children,
                watches,
                kilobytes / 1024.0,
                journalKilobytes / 1024.0);
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.count();
        }
    }

    private static int watches(Path handles) throws IOException {
        try (Stream<Path> entries = Files.list(handles)) {
            return entries.mapToInt(ProcSample::watchesOf).sum();
        }
    }

    private static int watchesOf(Path handle) {
        try {
            return (int) Files.readAllLines(handle).stream()
                    .filter(line -> line.startsWith("inotify"))
                    .count();
        } catch (IOException e) {
            return 0; // closed meanwhile
        }
    }

    private static long resident(Path process) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
