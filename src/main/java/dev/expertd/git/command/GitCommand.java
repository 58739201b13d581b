package dev.expertd.git.command;

import dev.expertd.git.plumbing.GitText;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The git command line on one repository, hardened: it takes no lock, fetches nothing, asks nobody, runs no program that
 * the repository's configuration names, and sees nothing of a git process that we may run under. Arguments are lists,
 * never a shell's line; output and time are bounded.
 */
final class GitCommand {
    private static final int LONGEST_SECONDS = 120;
    private static final int ERROR_LIMIT = 4096;
    private static final List<String> HARDENED = List.of(
            "--no-pager",
            "--no-optional-locks",
            "--no-replace-objects",
            "--literal-pathspecs",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.untrackedCache=false",
            "-c",
            "core.quotePath=false",
            "-c",
            "core.alternateRefsCommand=",
            "-c",
            "protocol.allow=never");
    /** What of a user's git environment still holds for us: where the configuration lies. */
    private static final List<String> KEPT =
            List.of("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_EXEC_PATH");

    private final Path program;
    private final Path workTree;
    private final Path gitDir;
    private final Map<String, String> environment;

    GitCommand(Path program, Path workTree, Path gitDir, Map<String, String> environment) {
        this.program = program;
        this.workTree = workTree;
        this.gitDir = gitDir;
        this.environment = Map.copyOf(environment);
    }

    /** The git on the search path of that environment. */
    static Optional<Path> find(Map<String, String> environment) {
        String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
        return Arrays.stream(folders)
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> List.of(Path.of(folder, "git"), Path.of(folder, "git.exe")).stream())
                .filter(file -> file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** What a command left: its exit status, what it printed, and its first words on standard error. */
    static final class Answer {
        private final int status;
        private final byte[] output;
        private final String error;

        private Answer(int status, byte[] output, String error) {
            this.status = status;
            this.output = output;
            this.error = error;
        }

        boolean isYes() {
            return status == 0;
        }

        byte[] output() {
            return output;
        }

        String text() {
            return GitText.decode(output);
        }

        String error() {
            return error;
        }
    }

    /** Runs a command that has to succeed. */
    byte[] output(int limit, String... arguments) throws IOException {
        Answer answer = run(limit, "", arguments);
        if (!answer.isYes()) {
            throw failure(arguments[0], answer.error());
        }
        return answer.output();
    }

    /** Runs a command to its end, whatever that is. */
    Answer run(int limit, String input, String... arguments) throws IOException {
        Process process = start(arguments);
        Watchdog watchdog = Watchdog.over(process, LONGEST_SECONDS);
        try {
            Errors errors = Errors.of(process, ERROR_LIMIT);
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            byte[] output = bounded(process.getInputStream(), limit, arguments[0]);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || watchdog.hasBitten()) {
                throw new IOException("git " + arguments[0] + " took longer than " + LONGEST_SECONDS + " s");
            }
            return new Answer(process.exitValue(), output, errors.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("git " + arguments[0] + " was interrupted", e);
        } finally {
            watchdog.callOff();
            process.destroyForcibly();
        }
    }

    /** Starts a command that is talked with. */
    Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        line.addAll(HARDENED);
        line.add("--git-dir=" + gitDir);
        line.add("--work-tree=" + workTree);
        line.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(workTree.toFile());
        harden(builder.environment());
        return builder.start();
    }

    static IOException failure(String command, String error) {
        return new IOException("git " + command + " failed" + (error.isEmpty() ? "" : ": " + error));
    }

    private void harden(Map<String, String> inherited) {
        inherited.clear();
        environment.forEach((name, value) -> {
            if (!name.startsWith("GIT_") || KEPT.contains(name)) {
                inherited.put(name, value);
            }
        });
        inherited.put("GIT_OPTIONAL_LOCKS", "0");
        inherited.put("GIT_NO_LAZY_FETCH", "1");
        inherited.put("GIT_NO_REPLACE_OBJECTS", "1");
        inherited.put("GIT_GRAFT_FILE", gitDir.resolve("no-grafts").toString());
        inherited.put("GIT_TERMINAL_PROMPT", "0");
        inherited.put("GIT_ALLOW_PROTOCOL", "none"); // for git older than GIT_NO_LAZY_FETCH
        inherited.put("LC_ALL", "C");
    }

    private static byte[] bounded(InputStream in, int limit, String command) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (out.size() + read > limit) {
                throw new IOException("git " + command + " printed more than " + limit + " bytes");
            }
            out.write(buffer, 0, read);
        }
        return out.toByteArray();
    }
}
