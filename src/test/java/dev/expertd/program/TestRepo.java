package dev.expertd.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real repository made with the real git, untouched by the configuration of whoever runs the tests. */
public final class TestRepo {
    public static final String EXPERTISE = ".claude/commands/experts/backend/expertise.md";

    private static final String SKELETON = """
            ---
            type: expert-file
            last_updated: 2025-12-01T00:00:00
            ---

            # Backend expertise

            > **Sources**: `app/service.py`

            ## Learnings

            ### patterns_that_work
            - Handlers return a plain dict

            ### patterns_to_avoid
            - Don't read the tenant from `params`

            ### common_issues
            - `list_documents` returns nothing: export `DOCUMENT_BUCKET` (component: service)

            ### tips
            - `trace_logs.json` holds the last run
            """;

    private final Path root;
    private final String person;

    private TestRepo(Path root) {
        this(root, "Dev");
    }

    private TestRepo(Path root, String person) {
        this.root = root;
        this.person = person;
    }

    /** The same repository, in which somebody else commits. */
    public TestRepo by(String name) {
        return new TestRepo(root, name);
    }

    /** A repository with one commit, an expertise file and one source file; traces are ignored. */
    public static TestRepo in(Path folder) {
        return of(bare(folder));
    }

    /** Puts the usual first commit into a repository without any. */
    public static TestRepo of(TestRepo repo) {
        repo.write(EXPERTISE, SKELETON);
        repo.write(".gitignore", "trace_logs.json\nreports/\n");
        repo.write("app/service.py", "def create(params, tenant):\n    return {\"id\": params[\"id\"]}\n");
        repo.commit("Import");
        return repo;
    }

    /** What is there already. */
    public static TestRepo at(Path folder) {
        return new TestRepo(folder);
    }

    /** A repository without any commit; more options of {@code git init} may be given. */
    public static TestRepo bare(Path folder, String... options) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestRepo repo = new TestRepo(folder);
        repo.git(Stream.concat(Stream.of("init", "-q", "-b", "main"), Arrays.stream(options))
                .toArray(String[]::new));
        return repo;
    }

    /** A clone. */
    public static TestRepo clone(String from, Path folder, String... options) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestRepo repo = new TestRepo(folder);
        repo.git(Stream.concat(Stream.of("clone", "-q", from, "."), Arrays.stream(options))
                .toArray(String[]::new));
        return repo;
    }

    public Path root() {
        return root;
    }

    public Path expertise() {
        return root.resolve(EXPERTISE);
    }

    public String expertiseText() {
        return read(EXPERTISE);
    }

    public String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestRepo write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits everything; returns the full id. */
    public String commit(String message) {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", message);
        return git("rev-parse", "HEAD").strip();
    }

    /** Leaves a trace in the original shape, complete, by rename: test name to the lines it failed with. */
    public TestRepo trace(String runId, Map<String, List<String>> failing, String... passing) {
        List<String> results = new ArrayList<>();
        failing.forEach((name, lines) -> results.add("\"" + name + "\": {\"status\": \"fail\", \"logs\": ["
                + String.join(", ", lines.stream().map(TestRepo::quoted).toList()) + "]}"));
        for (String name : passing) {
            results.add("\"" + name + "\": {\"status\": \"pass\", \"logs\": []}");
        }
        write(
                "trace_logs.json.tmp",
                "{\"timestamp\": \"2026-01-05T09:00:00\", \"run_id\": \"" + runId + "\", \"total_tests\": "
                        + results.size() + ", \"results\": {" + String.join(", ", results) + "}}");
        try {
            Files.move(
                    root.resolve("trace_logs.json.tmp"),
                    root.resolve("trace_logs.json"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of(GitUnderTest.command()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        GitUnderTest.on(builder.environment());
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_GLOBAL",
                        "/dev/null",
                        "GIT_CONFIG_NOSYSTEM",
                        "1",
                        "GIT_AUTHOR_NAME",
                        person,
                        "GIT_AUTHOR_EMAIL",
                        person.toLowerCase(Locale.ROOT) + "@example.com",
                        "GIT_COMMITTER_NAME",
                        person,
                        "GIT_COMMITTER_EMAIL",
                        person.toLowerCase(Locale.ROOT) + "@example.com"));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
