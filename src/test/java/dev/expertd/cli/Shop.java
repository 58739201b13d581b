package dev.expertd.cli;

import dev.expertd.cli.house.Terminal;
import dev.expertd.git.GitFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A repository with two experts, and the commands in this process with a home of their own. */
final class Shop {
    static final String BACKEND = ".claude/commands/experts/backend/expertise.md";
    static final String FRONTEND = ".claude/commands/experts/frontend/expertise.md";
    static final String FIX = """
            fix: total without items

            total() crashed with a TypeError because batch jobs pass no items. Default items to an empty
            list in total().
            """;
    static final String LESSON = "because batch jobs pass no items";

    private final GitFixture repo;
    private final Map<String, String> environment = new HashMap<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private boolean interactive;

    /** What one command did. */
    record Result(int status, String out, String err) {}

    private Shop(Path folder) {
        repo = GitFixture.init(folder.resolve("shop"));
        environment.put("HOME", folder.resolve("home").toString());
    }

    static Shop in(Path folder) {
        Shop shop = new Shop(folder);
        shop.repo
                .commit("Import")
                .with(BACKEND, expertise("backend", "app/orders.py"))
                .with(FRONTEND, expertise("frontend", "client/page.ts"))
                .with("app/orders.py", "def total(items, tenant):\n    return sum(items)\n")
                .with("client/page.ts", "export const page = 1;\n")
                .id();
        return shop;
    }

    /** The same repository as somebody else sees it, with nothing known of it. */
    Shop cloned(Path folder) {
        Shop shop = new Shop(folder.resolve("seed"));
        GitFixture clone = repo.cloneTo(folder.resolve("clone"));
        return shop.over(clone, folder.resolve("home"));
    }

    private Shop over(GitFixture other, Path home) {
        return new Shop(other, home);
    }

    private Shop(GitFixture repo, Path home) {
        this.repo = repo;
        environment.put("HOME", home.toString());
    }

    private static String expertise(String name, String owns) {
        return """
                ---
                type: expert-file
                last_updated: 2025-12-01
                ---

                # %1$s expertise

                > **Sources**: `%2$s`

                ## Learnings

                ### patterns_that_work

                ### patterns_to_avoid

                ### common_issues

                ### tips
                """.formatted(name, owns);
    }

    GitFixture repo() {
        return repo;
    }

    /** Every draft waits for a person. */
    Shop reviewing() {
        repo.write(".expertd.yml", "learning:\n  mode: review\n");
        return this;
    }

    Shop set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** A person sits there and will type this. */
    Shop typing(String... lines) {
        interactive = true;
        answers.addAll(List.of(lines));
        return this;
    }

    /** Commits the repair that teaches {@link #LESSON}. */
    Shop fix() {
        repo.commit(FIX)
                .with("app/orders.py", "def total(items, tenant):\n    return sum(items or [])\n")
                .id();
        return this;
    }

    Result run(String... arguments) {
        return runAt(repo.root(), arguments);
    }

    /** The same for somebody who stands in that folder. */
    Result runAt(Path folder, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                Stream.concat(Stream.of("-C", folder.toString()), Stream.of(arguments))
                        .toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                new Keys(out));
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Learns, so that nothing is new any more. */
    Shop learns() {
        Result result = run("learn");
        if (result.status() != 0) {
            throw new AssertionError(result.err());
        }
        return this;
    }

    /** The id of the one draft that waits. */
    String waiting() {
        String listed = run("review", "--list", "--json").out();
        return listed.replaceAll("(?s)^\\{\"id\":\"([0-9a-f]{10})\".*$", "$1");
    }

    /** A later commit states the cause of the first lesson anew. */
    void isTaughtTheSameInOtherWords() {
        repo().commit("""
                        fix: total in jobs

                        Batch jobs pass no items, so total() crashed with a TypeError. Default items to an
                        empty list.
                        """)
                .with("app/orders.py", "def total(items, tenant):\n    return sum(items if items else [])\n")
                .id();
        learns();
    }

    String read(String path) {
        try {
            return Files.readString(repo.root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A person's keys; what is asked is printed like everything else. */
    private final class Keys implements Terminal {
        private final ByteArrayOutputStream out;

        Keys(ByteArrayOutputStream out) {
            this.out = out;
        }

        @Override
        public boolean isInteractive() {
            return interactive;
        }

        @Override
        public Optional<String> ask(String question) {
            out.writeBytes((question + "\n").getBytes(StandardCharsets.UTF_8));
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public int run(ProcessBuilder program) throws IOException {
            try {
                return program.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
