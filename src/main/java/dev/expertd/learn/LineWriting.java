package dev.expertd.learn;

import dev.expertd.config.Settings;
import dev.expertd.expertise.ExpertiseException;
import dev.expertd.expertise.ExpertiseText;
import dev.expertd.expertise.ExpertiseWriter;
import dev.expertd.expertise.WriteResult;
import dev.expertd.io.Failpoint;
import dev.expertd.journal.Whereabouts;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Section;
import dev.expertd.redact.Redacted;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings intended lines into their files, each exactly once, and takes out of them what people take back, whatever was
 * interrupted before.
 */
final class LineWriting {
    private static final Duration MENDED = Duration.ofSeconds(10);
    private static final List<LearningState> DUE = List.of(LearningState.LEAVING, LearningState.INTENDED);

    private final Site site;
    private final ExpertiseWriter writer;
    private final Map<String, Redacted> waiting;

    LineWriting(Site site, ExpertiseWriter writer, Map<String, Redacted> waiting) {
        this.site = site;
        this.writer = writer;
        this.waiting = waiting;
    }

    /** Writes what is due in this worktree; says when to look again if something was held back. */
    Optional<Duration> write() {
        Map<String, List<Learning>> byFile = new LinkedHashMap<>();
        for (Learning learning : site.journal().learnings().in(site.repository(), DUE)) {
            if (learning.worktree().equals(site.worktree())) {
                byFile.computeIfAbsent(learning.file(), key -> new ArrayList<>())
                        .add(learning);
            }
        }
        if (byFile.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> underWay = site.git().operationUnderWay();
        if (underWay.isPresent()) {
            byFile.keySet().forEach(file -> wait(file, "git is in the middle of " + underWay.get()));
            return Optional.of(Duration.ofSeconds(1));
        }
        if (site.settings().learning().write() == Settings.Write.WITH_CHANGES
                && site.git().snapshot(site::isExpertiseFile).isClean()) {
            byFile.keySet().forEach(file -> wait(file, "the work tree is clean and learning.write is with-changes"));
            return Optional.empty();
        }
        Optional<Duration> again = Optional.empty();
        for (Map.Entry<String, List<Learning>> file : byFile.entrySet()) {
            Optional<Duration> next = write(file.getKey(), file.getValue());
            again = next.isPresent() ? next : again;
        }
        return again;
    }

    private Optional<Duration> write(String file, List<Learning> learnings) {
        String ourHash = site.journal().checkpoints().writtenHash(site.repository(), site.worktree(), file);
        Map<Learning, String> homeless = new LinkedHashMap<>();
        if (!Files.exists(site.root().resolve(file))) {
            site.journal()
                    .inTransaction(() -> learnings.stream()
                            .filter(learning -> learning.state() == LearningState.LEAVING)
                            .forEach(this::left));
        }
        Failpoint.reach("intended");
        try {
            WriteResult result =
                    writer.write(site.root(), file, ourHash, before -> spliced(before, learnings, homeless));
            Failpoint.reach("effect");
            if (result instanceof WriteResult.Written written) {
                done(file, written.hash(), learnings, homeless);
            } else if (result instanceof WriteResult.Unchanged unchanged) {
                done(file, unchanged.hash(), learnings, homeless);
            } else if (result instanceof WriteResult.HeldBack heldBack) {
                wait(file, heldBack.reason());
                return Optional.of(Duration.ofMillis(600));
            } else if (result instanceof WriteResult.LeftAlone leftAlone) {
                wait(file, leftAlone.reason());
                return Optional.of(MENDED); // changing a mode leaves no trace that the sweep would see
            }
        } catch (IOException e) {
            wait(file, "cannot be written: " + e.getMessage() + "; see that the disk has room");
            return Optional.of(Duration.ofSeconds(5));
        }
        return Optional.empty();
    }

    /** What finds no place is put among the homeless, with the reason. */
    private byte[] spliced(byte[] before, List<Learning> learnings, Map<Learning, String> homeless)
            throws ExpertiseException {
        homeless.clear();
        byte[] content = before;
        boolean added = false;
        for (Learning learning : learnings) {
            Expert.Format format = formatOf(learning);
            if (learning.state() == LearningState.LEAVING) {
                content = without(content, learning, format);
                continue;
            }
            Optional<Learning> old = replaced(learning);
            if (old.isPresent()) {
                content = without(content, old.get(), format);
            }
            ExpertiseText text = ExpertiseText.parse(content, format);
            if (text.bullets(learning.section()).contains(learning.text().text())) {
                continue;
            }
            if (!text.has(learning.section()) && !site.settings().learning().createSections()) {
                homeless.put(
                        learning,
                        "has no section " + learning.section().heading() + " and learning.create-sections is off");
                continue;
            }
            try {
                content = text.insert(learning.section(), learning.text().text());
                added = true;
            } catch (ExpertiseException e) {
                homeless.put(learning, e.getMessage());
            }
        }
        return added ? ExpertiseText.parse(content, formatOf(learnings.get(0))).touch(now()) : content;
    }

    /** Wherever in the file it stands: somebody may have put it under another heading. */
    private static byte[] without(byte[] content, Learning learning, Expert.Format format) throws ExpertiseException {
        ExpertiseText text = ExpertiseText.parse(content, format);
        return Stream.concat(Stream.of(learning.section()), Arrays.stream(Section.values()))
                .flatMap(section -> text.remove(section, learning.text().text()).stream())
                .findFirst()
                .orElse(content);
    }

    /** The line of the same file that this one takes the place of; one that was moved here leaves another file. */
    private Optional<Learning> replaced(Learning learning) {
        return learning.replaces().isEmpty()
                ? Optional.empty()
                : site.journal()
                        .learnings()
                        .find(site.repository(), learning.replaces())
                        .filter(old -> old.file().equals(learning.file()));
    }

    private void done(String file, String hash, List<Learning> learnings, Map<Learning, String> homeless) {
        homeless.values().forEach(reason -> wait(file, reason));
        site.journal().inTransaction(() -> {
            for (Learning learning : learnings) {
                String reason = homeless.get(learning);
                if (reason != null) {
                    move(learning, LearningState.REVIEW, file + " " + reason + ": waits for review");
                } else if (learning.state() == LearningState.LEAVING) {
                    left(learning);
                } else {
                    stands(learning);
                }
            }
            site.journal().checkpoints().written(site.repository(), site.worktree(), file, hash);
            site.journal().lines().mustBeLookedAt(site.repository(), site.worktree(), file);
        });
        Failpoint.reach("done");
    }

    private void stands(Learning learning) {
        move(learning, LearningState.DONE, "");
        site.journal().lines().put(site.repository(), Whereabouts.written(learning.id(), site.worktree()));
        replaced(learning)
                .ifPresent(old -> move(
                        old,
                        LearningState.SUPERSEDED,
                        old.act().equals(learning.act())
                                ? "a test proved it; " + learning.id() + " says more"
                                : "its commit was fixed again or taken back; " + learning.id() + " takes its place"));
    }

    private void left(Learning learning) {
        boolean moved = site.journal()
                .learnings()
                .replacing(site.repository(), learning.id())
                .isPresent();
        move(
                learning,
                moved ? LearningState.SUPERSEDED : LearningState.REJECTED,
                learning.reason().text());
        site.journal()
                .lines()
                .find(site.repository(), learning.id(), site.worktree())
                .ifPresent(at -> site.journal().lines().put(site.repository(), at.settled(false)));
    }

    private void move(Learning learning, LearningState state, String reason) {
        site.journal().learnings().move(site.repository(), learning.id(), state, site.safe(reason), site.today());
    }

    private Expert.Format formatOf(Learning learning) {
        return site.experts().stream()
                .map(ExpertView::expert)
                .filter(expert -> expert.file().equals(learning.file()))
                .map(Expert::format)
                .findFirst()
                .orElseGet(() -> Expert.Format.usualOf(learning.file()));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(site.now(), ZoneOffset.UTC);
    }

    private void wait(String file, String reason) {
        waiting.put(file, site.safe(reason));
    }
}
