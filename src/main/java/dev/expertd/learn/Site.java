package dev.expertd.learn;

import dev.expertd.config.Settings;
import dev.expertd.git.GitReader;
import dev.expertd.journal.Journal;
import dev.expertd.model.ExpertView;
import dev.expertd.redact.Redacted;
import dev.expertd.redact.Redactor;
import dev.expertd.upkeep.Checkout;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One checkout during one pass: where it is, what it is configured to, and what may be asked of it.
 *
 * @param repository the repository's id, by which the journal knows it
 * @param experts with their files as they stood when the pass began
 */
record Site(
        String repository,
        String worktree,
        GitReader git,
        Settings settings,
        List<ExpertView> experts,
        Journal journal,
        Redactor redactor,
        Clock clock) {
    Path root() {
        return git.layout().workTree();
    }

    Checkout checkout() {
        return new Checkout(repository, git, experts, journal, redactor, clock);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), clock.getZone());
    }

    boolean isExpertiseFile(String path) {
        return experts.stream().anyMatch(view -> view.expert().file().equals(path));
    }

    Redacted safe(String text) {
        return redactor.redact(text);
    }
}
