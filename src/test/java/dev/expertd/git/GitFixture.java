package dev.expertd.git;

import dev.expertd.io.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real repository to test with, made by real git, out of reach of the user's own configuration. Each commit is a minute
 * after the one before.
 *
 * <pre>{@code
 * GitFixture repo = GitFixture.init(folder);
 * String id = repo.commit("fix: x").touching("a.py").with("b.py", "text\n").deleting("c.py").id();
 * }</pre>
 */
public final class GitFixture {
    private static final long FIRST_COMMIT = 1_767_600_000L;
    private static final long TIMEOUT_SECONDS = 60;

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private long clock = FIRST_COMMIT;
    private int touched;

    private GitFixture(Path root) {
        this.root = root;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", root.resolveSibling("home").toString());
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_AUTHOR_NAME", "Ada");
        environment.put("GIT_AUTHOR_EMAIL", "ada@example.org");
        environment.put("GIT_COMMITTER_NAME", "Ada");
        environment.put("GIT_COMMITTER_EMAIL", "ada@example.org");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_EDITOR", "true");
        environment.put("LC_ALL", "C.UTF-8");
    }

    /** A new repository on branch {@code main}; options are those of {@code git init}. */
    public static GitFixture init(Path root, String... options) {
        GitFixture repo = at(root);
        repo.make(root);
        repo.git(Stream.concat(Stream.of("init", "-q", "-b", "main"), Stream.of(options))
                .toArray(String[]::new));
        return repo;
    }

    /** A work tree that is there already: a clone, a linked worktree, a submodule. */
    public static GitFixture at(Path root) {
        return new GitFixture(root);
    }

    /** Clones this repository; options are those of {@code git clone}. The clone is somebody else's: Bob's. */
    public GitFixture cloneTo(Path target, String... options) {
        git(Stream.of(
                        Stream.of("-c", "protocol.file.allow=always", "clone", "-q"),
                        Stream.of(options),
                        Stream.of("file://" + root, target.toString()))
                .flatMap(words -> words)
                .toArray(String[]::new));
        return at(target).by("Bob", "bob@example.org").after(this);
    }

    /** Commits from now on are that person's. */
    public GitFixture by(String name, String email) {
        environment.put("GIT_AUTHOR_NAME", name);
        environment.put("GIT_AUTHOR_EMAIL", email);
        environment.put("GIT_COMMITTER_NAME", name);
        environment.put("GIT_COMMITTER_EMAIL", email);
        return this;
    }

    /** The clock of commits goes on from that repository's. */
    public GitFixture after(GitFixture other) {
        clock = Math.max(clock, other.clock);
        return this;
    }

    public Path root() {
        return root;
    }

    /** The environment that git runs in, for whoever reads the repository in the same way. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    public GitFixture set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Writes a file of the work tree and the folders above it. */
    public GitFixture write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public GitFixture write(String path, byte[] content) {
        try {
            Path file = root.resolve(path);
            make(file.resolveSibling("."));
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public GitFixture delete(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a commit; nothing happens before {@link Step#id}. */
    public Step commit(String message) {
        return new Step(message);
    }

    /** A commit in the making. */
    public final class Step {
        private final String message;
        private final Map<String, String> files = new LinkedHashMap<>();
        private boolean amends;

        private Step(String message) {
            this.message = message;
        }

        /** Appends a line to each file, or makes it. */
        public Step touching(String... paths) {
            for (String path : paths) {
                Path file = root.resolve(path);
                try {
                    String before = Files.exists(file) ? Files.readString(file) : "";
                    files.put(path, before + "line " + ++touched + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return this;
        }

        public Step with(String path, String text) {
            files.put(path, text);
            return this;
        }

        public Step deleting(String path) {
            git("rm", "-q", "--", path);
            return this;
        }

        public Step renaming(String from, String to) {
            make(root.resolve(to).resolveSibling("."));
            git("mv", "--", from, to);
            return this;
        }

        /** Replaces the commit that is checked out. */
        public Step amending() {
            amends = true;
            return this;
        }

        /** Commits what was named and everything else that is staged. */
        public String id() {
            files.forEach((path, text) -> {
                write(path, text);
                git("add", "-f", "--", path);
            });
            tick();
            if (amends) {
                git("commit", "-q", "--amend", "--allow-empty", "-m", message);
            } else {
                git("commit", "-q", "--allow-empty", "-m", message);
            }
            return head();
        }
    }

    public String head() {
        return git("rev-parse", "HEAD").strip();
    }

    public GitFixture branch(String name) {
        git("checkout", "-q", "-b", name);
        return this;
    }

    public GitFixture checkout(String name) {
        git("checkout", "-q", name);
        return this;
    }

    /** Merges with a merge commit, and gives its id. */
    public String merge(String... branches) {
        tick();
        git(Stream.concat(Stream.of("merge", "-q", "--no-ff", "-m", "merge"), Stream.of(branches))
                .toArray(String[]::new));
        return head();
    }

    public GitFixture rebase(String onto) {
        tick();
        git("rebase", "-q", onto);
        return this;
    }

    /** A linked worktree on a new branch. */
    public GitFixture worktree(Path target, String branch) {
        git("worktree", "add", "-q", "-b", branch, target.toString());
        return at(target).after(this);
    }

    public GitFixture stash() {
        tick();
        git("stash", "-q", "-u");
        return this;
    }

    /** The next step of git is a minute later. */
    public GitFixture tick() {
        clock += 60;
        environment.put("GIT_AUTHOR_DATE", clock + " +0100");
        environment.put("GIT_COMMITTER_DATE", clock + " +0100");
        return this;
    }

    /** The time of the last step. */
    public Instant now() {
        return Instant.ofEpochSecond(clock);
    }

    /** Runs git in the work tree, and gives what it printed; fails the test if git fails. */
    public String git(String... arguments) {
        Outcome outcome = run(arguments);
        if (outcome.status() != 0) {
            throw new AssertionError("git " + List.of(arguments) + " failed: " + outcome.output());
        }
        return outcome.output();
    }

    /** How git ended: its exit status and all that it printed. */
    public record Outcome(int status, String output) {}

    /** Runs git in the work tree, whatever comes of it. */
    public Outcome run(String... arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments))
                            .toList())
                    .directory(root.toFile())
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("git " + List.of(arguments) + " hangs");
            }
            return new Outcome(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Every file and folder below with its time and content, to show that nothing was changed. */
    public static Map<String, String> state(Path folder) {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String content = Files.isRegularFile(file) ? Arrays.toString(Files.readAllBytes(file)) : "";
                state.put(
                        folder.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + Hash.hex(content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return state;
    }

    private void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
