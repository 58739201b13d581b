package dev.expertd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a hook adds to {@code git commit}: that of expertd with the daemon up and down, beside the least that a hook can
 * be and beside those of hook managers that run a command which does nothing.
 */
final class HookBench implements Part {
    private static final String NOTHING = "#!/bin/sh\nexit 0\n";
    private static final double LIMIT = 1.15;

    @Override
    public void measure(Setting setting, Table table) throws Exception {
        Path folder = setting.fresh("hook");
        Home home = new Home(setting.launcher(), folder.resolve("home"));
        Home quiet = new Home(setting.launcher(), folder.resolve("quiet"));
        Map<String, Path> repositories = new LinkedHashMap<>();
        Path none = repository(home, folder.resolve("none"), repositories, "no hook");
        Path sh = repository(home, folder.resolve("sh"), repositories, "sh");
        hook(sh);
        Path up = repository(home, folder.resolve("up"), repositories, "up");
        home.expertd(up, "init");
        Path down = repository(quiet, folder.resolve("down"), repositories, "down");
        quiet.expertd(down, "init");
        forks(quiet, sh, down, table);
        try (Daemon daemon = home.daemon(up)) {
            Map<String, Timing.Timed> commits = new LinkedHashMap<>();
            repositories.forEach((name, path) -> commits.put(name, () -> commit(home, path)));
            Map<String, Timing> took = Timing.interleaved(commits, 20, setting.rounds(600, 100));
            double base = took.get("no hook").median();
            double least = took.get("sh").median() - base;
            for (String name : List.of("up", "down")) {
                table.atMostTimes(
                        "hook, daemon " + name + ": added to a commit, beside `exit 0` in sh",
                        (took.get(name).median() - base) * 1000,
                        least * 1000,
                        "ms",
                        LIMIT);
            }
            peers(setting, home, none, took.get("down").median() - base, table);
        }
    }

    private void peers(Setting setting, Home home, Path none, double ours, Table table) throws Exception {
        HookPeers peers = new HookPeers(home, setting.made().resolve("hook-peers"));
        for (String peer : List.of("lefthook", "husky", "pre-commit")) {
            String what = "hook: added to a commit, beside " + peer;
            Path repository = setting.made().resolve("hook/" + peer);
            make(home, repository);
            if (!peers.install(peer, repository)) {
                table.missing(what, peer + " is not installed");
                continue;
            }
            Map<String, Timing> took = Timing.interleaved(
                    Map.of("none", () -> commit(home, none), "peer", () -> peers.commit(repository)),
                    2,
                    setting.rounds(30, 6));
            double theirs = took.get("peer").median() - took.get("none").median();
            table.told(what, ours * 1000, theirs * 1000, "ms");
        }
    }

    /** Processes that a commit begins, beside those of a commit with the least of hooks. */
    private void forks(Home home, Path sh, Path ours, Table table) throws Exception {
        String what = "hook: processes begun, beside `exit 0` in sh";
        if (!Processes.works("strace", "-V")) {
            table.missing(what, "strace is not installed");
            return;
        }
        table.atMostTimes(what, begun(home, ours), begun(home, sh), "", 1);
    }

    private static int begun(Home home, Path repository) throws Exception {
        Path calls = repository.resolve(".git/calls");
        List<String> command = new ArrayList<>(
                List.of("strace", "-f", "-qq", "-e", "trace=fork,vfork,clone,clone3", "-o", calls.toString()));
        command.addAll(List.of("git", "commit", "-q", "--allow-empty", "-m", "x"));
        Processes.run(home.in(repository, command));
        return (int) Files.readAllLines(calls).stream()
                .filter(line -> line.matches("(\\d+ +)?(clone3?|v?fork)\\(.*") || line.contains("resumed"))
                .filter(line -> !line.contains("unfinished"))
                .count();
    }

    private static Path repository(Home home, Path path, Map<String, Path> all, String name) throws Exception {
        make(home, path);
        all.put(name, path);
        return path;
    }

    private static void make(Home home, Path path) throws Exception {
        MadeRepository.make(home, path);
    }

    private static void hook(Path repository) throws IOException {
        Path hook = repository.resolve(".git/hooks/post-commit");
        Files.writeString(hook, NOTHING);
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void commit(Home home, Path repository) throws Exception {
        home.git(repository, "commit", "-q", "--allow-empty", "-m", "x");
    }
}
