package dev.expertd.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs commands to their end. */
final class Processes {
    private Processes() {}

    static void run(List<String> command) throws IOException, InterruptedException {
        run(new ProcessBuilder(command));
    }

    /** What it says is thrown away. */
    static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = start(builder);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(builder.command() + " ended with " + process.exitValue());
        }
    }

    /** What it printed, without the end of the last line. */
    static String said(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(builder.command() + " ended with " + process.exitValue());
        }
        return said;
    }

    /** True if there is such a command and it ends well. */
    static boolean works(String... command) throws InterruptedException {
        try {
            return start(new ProcessBuilder(command)).waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The most memory that the command had resident at any time, in KB, as Linux counts it. */
    static long peakOf(List<String> command) throws IOException, InterruptedException {
        return peakOf(new ProcessBuilder(command));
    }

    static long peakOf(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = start(builder);
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peak(status));
            Thread.sleep(2);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(builder.command() + " ended with " + process.exitValue());
        }
        return peak;
    }

    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
