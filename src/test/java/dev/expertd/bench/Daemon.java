package dev.expertd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A daemon of the installed program, and what Linux says that it takes. */
final class Daemon implements AutoCloseable {
    private static final double TICKS = 100;

    private final Process process;

    Daemon(Process process) {
        this.process = process;
    }

    /** Megabytes resident now. */
    double resident() throws IOException {
        return status("VmRSS:") / 1024.0;
    }

    /** The most megabytes that were resident at any time. */
    double peak() throws IOException {
        return status("VmHWM:") / 1024.0;
    }

    /** Seconds of processor time since it began. */
    double processorSeconds() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private long status(String key) throws IOException {
        return Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
