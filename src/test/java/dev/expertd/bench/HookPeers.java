package dev.expertd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Hook managers from their packages, each with one command behind a commit that does nothing. */
final class HookPeers {
    private final Home home;
    private final Path packages;

    HookPeers(Home home, Path packages) {
        this.home = home;
        this.packages = packages;
    }

    /** False if it cannot be had here. */
    boolean install(String peer, Path repository) throws IOException, InterruptedException {
        switch (peer) {
            case "lefthook" -> {
                Files.writeString(
                        repository.resolve("lefthook.yml"),
                        "post-commit:\n  commands:\n    nothing:\n      run: \"true\"\n");
                return fetched() && done(repository, program("lefthook"), "install");
            }
            case "husky" -> {
                Files.createDirectories(repository.resolve(".husky"));
                Files.writeString(repository.resolve(".husky/post-commit"), "true\n");
                return fetched() && done(repository, program("husky"));
            }
            case "pre-commit" -> {
                Files.writeString(repository.resolve(".pre-commit-config.yaml"), """
                        repos:
                          - repo: local
                            hooks:
                              - {id: nothing, name: nothing, language: system, entry: "true", stages: [post-commit], always_run: true}
                        """);
                return Processes.works("pre-commit", "--version")
                        && done(repository, "pre-commit", "install", "-t", "post-commit");
            }
            default -> throw new IllegalArgumentException(peer);
        }
    }

    void commit(Path repository) throws IOException, InterruptedException {
        Processes.run(inside(repository, "git", "commit", "-q", "--allow-empty", "-m", "x"));
    }

    private boolean done(Path repository, String... command) throws IOException, InterruptedException {
        Processes.run(inside(repository, command));
        return true;
    }

    private ProcessBuilder inside(Path repository, String... command) {
        ProcessBuilder builder = home.in(repository, List.of(command));
        String programs = packages.resolve("node_modules/.bin").toString();
        builder.environment().merge("PATH", programs, (path, more) -> more + ":" + path);
        return builder;
    }

    private String program(String name) {
        return packages.resolve("node_modules/.bin").resolve(name).toString();
    }

    /** Scripts of packages are not run: they would install hooks in the repository that this is run in. */
    private boolean fetched() throws InterruptedException {
        return Files.exists(Path.of(program("lefthook")))
                || Processes.works(
                        "npm",
                        "install",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--prefix",
                        packages.toString(),
                        "lefthook@2.2.2",
                        "husky@9.1.7");
    }
}
