package dev.expertd.upkeep;

import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsSource;
import dev.expertd.expertise.ExpertFinder;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.io.RepositoryId;
import dev.expertd.journal.Journal;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.Learning;
import dev.expertd.redact.Redacted;
import dev.expertd.redact.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One checkout with its experts as they stand now, and what the journal knows of it.
 *
 * @param repository the repository's id, by which the journal knows it
 * @param experts with their files as they were read when this was made
 * @param problems why files of experts could not be read; each begins with the file
 */
public record Checkout(
        String repository,
        GitReader git,
        Settings settings,
        List<ExpertView> experts,
        List<String> problems,
        Journal journal,
        Redactor redactor,
        Clock clock)
        implements AutoCloseable {
    public Checkout {
        experts = List.copyOf(experts);
        problems = List.copyOf(problems);
    }

    /** Opens the checkout around a folder; close it again. */
    public static Checkout open(Path inside, SettingsSource source, Journal journal, Clock clock)
            throws IOException, SettingsException {
        GitReader git = GitReaders.open(inside);
        try {
            Path root = git.layout().workTree();
            Settings settings = source.of(root);
            ExpertFinder.Found found = ExpertFinder.find(root, settings);
            return new Checkout(
                    RepositoryId.of(git.layout().commonDir()),
                    git,
                    settings,
                    found.experts(),
                    found.problems(),
                    journal,
                    found.redactor(),
                    clock);
        } catch (IOException | SettingsException | RuntimeException e) {
            git.close();
            throw e;
        }
    }

    public Path root() {
        return git.layout().workTree();
    }

    /** The checkout's path, by which the journal knows it. */
    public String worktree() {
        return root().toString();
    }

    boolean isHomeOf(Learning learning) {
        return learning.worktree().equals(worktree());
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), clock.getZone());
    }

    public Redacted safe(String text) {
        return redactor.redact(text);
    }

    Optional<ExpertView> viewOf(String file) {
        return experts.stream()
                .filter(view -> view.expert().file().equals(file))
                .findFirst();
    }

    Optional<ExpertView> viewOfExpert(String name) {
        return experts.stream()
                .filter(view -> view.expert().name().equals(name))
                .findFirst();
    }

    /** The expert whose file a learning belongs to; one made up from what the journal knows if it is gone. */
    Expert expertOf(Learning learning) {
        return viewOf(learning.file())
                .map(ExpertView::expert)
                .orElseGet(() -> new Expert(
                        learning.expert(), learning.file(), Expert.Format.usualOf(learning.file()), List.of()));
    }

    @Override
    public void close() {
        git.close();
    }
}
