package dev.expertd.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Other tools that install hooks, as their packages have them; each appends {@code tool} to {@code ran.txt}. */
enum HookManager {
    PRE_COMMIT {
        @Override
        List<String> program() {
            assumeTrue(Commands.works("pre-commit", "--version"), "pre-commit is not installed here");
            return List.of("pre-commit");
        }

        @Override
        void configure(TestRepo repo) {
            repo.write(".pre-commit-config.yaml", """
                    repos:
                      - repo: local
                        hooks:
                          - id: note
                            name: note
                            language: system
                            entry: sh -c 'echo tool >> ran.txt'
                            stages: [post-commit]
                            always_run: true
                    """);
        }

        @Override
        List<String> install() {
            return List.of("install", "-t", "post-commit");
        }

        @Override
        List<String> uninstall() {
            return List.of("uninstall", "-t", "post-commit");
        }
    },

    LEFTHOOK {
        @Override
        List<String> program() {
            return List.of(packages().resolve("lefthook").toString());
        }

        @Override
        void configure(TestRepo repo) {
            repo.write("lefthook.yml", "post-commit:\n  commands:\n    note:\n      run: echo tool >> ran.txt\n");
        }

        @Override
        List<String> install() {
            return List.of("install");
        }

        @Override
        List<String> uninstall() {
            return List.of("uninstall");
        }
    },

    HUSKY {
        @Override
        List<String> program() {
            return List.of(packages().resolve("husky").toString());
        }

        @Override
        void configure(TestRepo repo) {
            repo.write(".husky/post-commit", "echo tool >> ran.txt\n");
        }

        @Override
        List<String> install() {
            return List.of();
        }

        @Override
        List<String> uninstall() {
            throw new UnsupportedOperationException("Husky has none: `git config --unset core.hooksPath`");
        }
    };

    private static final Path FOLDER = Path.of("target/hook-managers").toAbsolutePath();

    abstract List<String> program();

    abstract void configure(TestRepo repo);

    abstract List<String> install();

    abstract List<String> uninstall();

    void install(TestRepo repo) {
        run(repo, install());
    }

    void uninstall(TestRepo repo) {
        run(repo, uninstall());
    }

    private void run(TestRepo repo, List<String> arguments) {
        List<String> command = new ArrayList<>(program());
        command.addAll(arguments);
        Commands.check(Commands.in(repo.root(), command));
    }

    /** Where the programs of the npm packages lie, fetched once for each build folder. */
    private static synchronized Path packages() {
        Path programs = FOLDER.resolve("node_modules/.bin");
        if (!Files.exists(programs.resolve("lefthook"))) {
            assumeTrue(Commands.works("npm", "--version"), "npm is not installed here");
            ProcessBuilder npm = new ProcessBuilder(
                    "npm",
                    "install",
                    "--ignore-scripts", // which would install hooks in the very repository that this runs in
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    FOLDER.toString(),
                    "lefthook@2.2.2",
                    "husky@9.1.7");
            assumeTrue(
                    Commands.run(npm, Duration.ofMinutes(2)).status() == 0,
                    "lefthook and Husky cannot be had from npm here");
        }
        return programs;
    }
}
