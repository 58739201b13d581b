package dev.expertd.cli;

import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.daemon.install.Hooks;
import dev.expertd.git.GitException;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.journal.CommitState;
import dev.expertd.journal.Journal;
import dev.expertd.journal.SeenCommit;
import dev.expertd.model.LearningState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How things stand with one repository; every line that is not well says what mends it. */
final class RepositoryStatus {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final House house;
    private final Path worktree;
    private final boolean enrolled;

    RepositoryStatus(House house, String worktree, boolean enrolled) {
        this.house = house;
        this.worktree = Path.of(worktree);
        this.enrolled = enrolled;
    }

    Map<String, Object> tell() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("repository", worktree.toString());
        try (GitReader git = GitReaders.open(worktree)) {
            tell(git, status);
        } catch (GitException | CommandException e) {
            status.put("problem", String.valueOf(e.getMessage()));
        }
        return status;
    }

    private void tell(GitReader git, Map<String, Object> status) {
        Journal journal = house.journal();
        String repository = house.repository(git.layout());
        status.put("enrolled", enrolled ? "yes" : "no; `expertd init` enrols it");
        status.put("settings refused", settings());
        Optional<SeenCommit> last =
                journal.commits().latest(repository, 1).stream().findFirst();
        status.put(
                "last commit seen",
                last.map(RepositoryStatus::inWords)
                        .orElse(
                                journal.checkpoints().knows(repository)
                                        ? "none since it was enrolled"
                                        : "never looked at; `expertd learn` does"));
        status.put("commits waiting", journal.commits().pending(repository).size());
        status.put(
                "last run",
                journal.runs().latest(repository, 1).stream()
                        .findFirst()
                        .map(run ->
                                run.source() + ", " + run.outcome().value().word() + ", seen " + time(run.observedAt()))
                        .orElse("none; `expertd init` tells the line that makes your tests leave a report"));
        status.put(
                "learnings",
                journal.learnings().in(repository, LearningState.DONE).size());
        List<String> held = new ArrayList<>();
        journal.learnings()
                .in(repository, LearningState.HELD)
                .forEach(learning -> held.add(learning.id() + " " + learning.text() + " (" + learning.reason() + ")"));
        status.put("held", held);
        List<String> waiting = new ArrayList<>();
        journal.checkpoints().waiting(repository).forEach((what, why) -> waiting.add(what + ": " + why));
        status.put("waiting", waiting);
        List<String> unreadable = new ArrayList<>();
        journal.traces().problems(repository).forEach((source, problem) -> unreadable.add(source + ": " + problem));
        status.put("unreadable trace", unreadable);
        status.put("hook", hook(git));
    }

    private static String inWords(SeenCommit seen) {
        return Acts.shortId(seen.id())
                + (seen.state() == CommitState.FOUND
                        ? " (not judged yet)"
                        : seen.reason().isEmpty() ? "" : " (" + seen.reason() + ")");
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(house.clock().getZone()));
    }

    /** A mistake in the settings stops every pass here, so it is told first. */
    private List<String> settings() {
        try {
            SettingsLoader.load(house.places().userSettings(), worktree);
            return List.of();
        } catch (SettingsException e) {
            return String.valueOf(e.getMessage()).lines().toList();
        }
    }

    private List<String> hook(GitReader git) {
        try {
            return Hooks.inWords(house.hooks(git.layout()).status());
        } catch (IOException e) {
            return List.of("cannot be looked at: " + e.getMessage());
        }
    }
}
