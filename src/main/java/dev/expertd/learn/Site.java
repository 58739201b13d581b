package dev.expertd.learn;

import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsSource;
import dev.expertd.git.GitException;
import dev.expertd.git.GitReader;
import dev.expertd.journal.Journal;
import dev.expertd.model.ExpertView;
import dev.expertd.redact.Redacted;
import dev.expertd.redact.Redactor;
import dev.expertd.upkeep.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One checkout during one pass: where it is, what it is configured to, and what may be asked of it. */
record Site(Checkout checkout) {
    /** What is done in a checkout. */
    interface Work<T> {
        T at(Site site) throws IOException;
    }

    /**
     * Does something in the checkout around a folder, which is open meanwhile.
     *
     * @throws LearnException if it cannot be looked at
     */
    static <T> T visit(Path inside, SettingsSource settings, Journal journal, Clock clock, Work<T> work) {
        try (Checkout checkout = Checkout.open(inside, settings, journal, clock)) {
            return work.at(new Site(checkout));
        } catch (SettingsException e) {
            throw new LearnException(e.getMessage() == null ? "settings cannot be read" : e.getMessage(), e);
        } catch (GitException e) {
            throw new LearnException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new LearnException(inside + " cannot be looked at: " + e.getMessage(), e);
        }
    }

    /** The repository's id, by which the journal knows it. */
    String repository() {
        return checkout.repository();
    }

    String worktree() {
        return checkout.worktree();
    }

    Path root() {
        return checkout.root();
    }

    GitReader git() {
        return checkout.git();
    }

    Settings settings() {
        return checkout.settings();
    }

    /** With their files as they stood when the pass began. */
    List<ExpertView> experts() {
        return checkout.experts();
    }

    Journal journal() {
        return checkout.journal();
    }

    Redactor redactor() {
        return checkout.redactor();
    }

    Instant now() {
        return checkout.now();
    }

    LocalDate today() {
        return checkout.today();
    }

    boolean isExpertiseFile(String path) {
        return experts().stream().anyMatch(view -> view.expert().file().equals(path));
    }

    Redacted safe(String text) {
        return checkout.safe(text);
    }
}
