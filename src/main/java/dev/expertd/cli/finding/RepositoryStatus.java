package dev.expertd.cli.finding;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.daemon.Troubles;
import dev.expertd.daemon.install.Hooks;
import dev.expertd.git.GitException;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.journal.CommitState;
import dev.expertd.journal.Journal;
import dev.expertd.journal.JournalException;
import dev.expertd.journal.OpenDrift;
import dev.expertd.journal.SeenCommit;
import dev.expertd.journal.StoredRun;
import dev.expertd.model.LearningState;
import dev.expertd.redact.Redactor;
import dev.expertd.upkeep.Doubts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How things stand with one repository.
 *
 * @param problem why nothing can be told of it; empty if something can
 * @param known it was looked at before
 * @param settings mistakes in the settings, which stop every pass
 * @param held what waits for a proof or for tomorrow, as id, text and reason
 * @param review how many drafts wait for a person
 * @param waiting what waits for the work tree or for a trace to be whole, with the reason
 * @param large expertise files past their limit, and what to do
 * @param drift what expertise files say and the code no longer does
 * @param doubted lines that no longer hold
 * @param references how many references of expertise files do not hold
 * @param trouble why the daemon could not look at it last, as it says
 * @param closed expertise files that cannot be read or written, and what to do
 * @param standing whether what happens there comes to anything
 * @param unreadable traces that could not be read, with the reason
 */
public record RepositoryStatus(
        Path worktree,
        String problem,
        boolean enrolled,
        boolean known,
        List<String> settings,
        Optional<SeenCommit> lastCommit,
        int commitsWaiting,
        Optional<StoredRun> lastRun,
        int learnings,
        List<Held> held,
        int review,
        Map<String, String> waiting,
        Map<String, String> large,
        List<OpenDrift> drift,
        List<Doubts.Doubted> doubted,
        int references,
        Map<String, String> unreadable,
        List<Hooks.State> hooks,
        String trouble,
        Map<String, String> closed,
        Standing standing) {

    /** A learning that is not written yet. */
    public record Held(String id, String text, String reason) {}

    public static RepositoryStatus of(
            House house, Path worktree, boolean enrolled, Function<String, List<Troubles.Trouble>> troubles) {
        try (GitReader git = GitReaders.open(worktree)) {
            return of(house, git, worktree, enrolled, troubles);
        } catch (GitException | CommandException | JournalException | IOException e) {
            return new RepositoryStatus(
                    worktree,
                    problem(house, worktree, String.valueOf(e.getMessage())),
                    enrolled,
                    false,
                    List.of(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    0,
                    List.of(),
                    0,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    0,
                    Map.of(),
                    List.of(),
                    "",
                    Map.of(),
                    Standing.UNKNOWN);
        }
    }

    private static String problem(House house, Path worktree, String said) {
        return Files.isDirectory(worktree)
                ? said
                : "there is no such folder; if it was moved, `expertd init REPO` enrols it where it is now; take this one"
                        + " out of " + house.places().userSettings();
    }

    private static RepositoryStatus of(
            House house,
            GitReader git,
            Path worktree,
            boolean enrolled,
            Function<String, List<Troubles.Trouble>> troubles)
            throws IOException {
        Journal journal = house.journal();
        String repository = house.repository(git.layout());
        Map<String, String> waiting = new TreeMap<>();
        journal.checkpoints().waiting(repository).forEach((what, why) -> waiting.put(what, why.text()));
        Map<String, String> unreadable = new TreeMap<>();
        journal.traces().problems(repository).forEach((source, problem) -> unreadable.put(source, problem.text()));
        FilesNow files = FilesNow.in(house.places().userSettings(), worktree);
        Optional<StoredRun> lastRun =
                journal.runs().latest(repository, 1).stream().findFirst();
        return new RepositoryStatus(
                worktree,
                "",
                enrolled,
                journal.checkpoints().knows(repository),
                mistakes(house, worktree),
                journal.commits().latest(repository, 1).stream().findFirst(),
                journal.commits().pending(repository).size(),
                lastRun,
                journal.learnings().count(repository, LearningState.DONE),
                journal.learnings().in(repository, LearningState.HELD).stream()
                        .map(each -> new Held(
                                each.id(), each.text().text(), each.reason().text()))
                        .toList(),
                journal.learnings().count(repository, LearningState.REVIEW),
                waiting,
                files.large(),
                journal.drift().open(repository, git.layout().workTree().toString()),
                Doubts.marked(journal, repository),
                journal.references().broken(repository, git.layout().workTree().toString()),
                unreadable,
                house.hooks(git.layout()).status(),
                troubles.apply(repository).stream()
                        .filter(trouble ->
                                trouble.where().equals(git.layout().workTree().toString()))
                        .map(Troubles.Trouble::message)
                        .findFirst()
                        .orElse(""),
                files.closed(),
                Standing.of(journal, repository, git, lastRun.isPresent()));
    }

    private static List<String> mistakes(House house, Path worktree) {
        try {
            SettingsLoader.load(house.places().userSettings(), worktree);
            return List.of();
        } catch (SettingsException e) {
            return new Redactor()
                    .redact(String.valueOf(e.getMessage()))
                    .text()
                    .lines()
                    .toList();
        }
    }

    /** The state of a commit as a word for machines and people: {@code judged}, {@code expertise only}. */
    public static String word(CommitState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
