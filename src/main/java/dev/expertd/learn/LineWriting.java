package dev.expertd.learn;

import dev.expertd.config.Settings;
import dev.expertd.expertise.ExpertiseException;
import dev.expertd.expertise.ExpertiseText;
import dev.expertd.expertise.ExpertiseWriter;
import dev.expertd.expertise.WriteResult;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.redact.Redacted;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings intended lines into their files, each exactly once, whatever was interrupted before. */
final class LineWriting {
    private final Site site;
    private final ExpertiseWriter writer;
    private final Map<String, Redacted> waiting;

    LineWriting(Site site, ExpertiseWriter writer, Map<String, Redacted> waiting) {
        this.site = site;
        this.writer = writer;
        this.waiting = waiting;
    }

    /** Writes what is intended for this worktree; says when to look again if something was held back. */
    Optional<Duration> write() {
        Map<String, List<Learning>> byFile = new LinkedHashMap<>();
        for (Learning learning : site.journal().learnings().in(site.repository(), LearningState.INTENDED)) {
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
        try {
            WriteResult result = writer.write(site.root(), file, ourHash, before -> spliced(before, learnings));
            if (result instanceof WriteResult.Written written) {
                done(file, written.hash(), learnings);
            } else if (result instanceof WriteResult.Unchanged unchanged) {
                done(file, unchanged.hash(), learnings);
            } else if (result instanceof WriteResult.HeldBack heldBack) {
                wait(file, heldBack.reason());
                return Optional.of(Duration.ofMillis(600));
            } else if (result instanceof WriteResult.LeftAlone leftAlone) {
                wait(file, leftAlone.reason());
            }
        } catch (IOException e) {
            wait(file, "cannot be written: " + e.getMessage() + "; see that the disk has room");
            return Optional.of(Duration.ofSeconds(5));
        }
        return Optional.empty();
    }

    private byte[] spliced(byte[] before, List<Learning> learnings) throws ExpertiseException {
        byte[] content = before;
        boolean changed = false;
        for (Learning learning : learnings) {
            Expert.Format format = formatOf(learning);
            if (!learning.replaces().isEmpty()) {
                content = withoutReplaced(content, learning, format);
            }
            ExpertiseText text = ExpertiseText.parse(content, format);
            if (!text.bullets(learning.section()).contains(learning.text().text())) {
                if (!text.has(learning.section()) && !site.settings().learning().createSections()) {
                    throw ExpertiseText.missing(learning.section());
                }
                content = text.insert(learning.section(), learning.text().text());
                changed = true;
            }
        }
        return changed ? ExpertiseText.parse(content, Expert.Format.SECTIONS).touch(now()) : content;
    }

    private byte[] withoutReplaced(byte[] content, Learning learning, Expert.Format format) throws ExpertiseException {
        Optional<Learning> old = site.journal().learnings().find(site.repository(), learning.replaces());
        return old.isEmpty()
                ? content
                : ExpertiseText.parse(content, format)
                        .remove(old.get().section(), old.get().text().text())
                        .orElse(content);
    }

    private void done(String file, String hash, List<Learning> learnings) {
        site.journal().inTransaction(() -> {
            for (Learning learning : learnings) {
                site.journal()
                        .learnings()
                        .move(site.repository(), learning.id(), LearningState.DONE, site.safe(""), site.today());
                if (!learning.replaces().isEmpty()) {
                    site.journal()
                            .learnings()
                            .move(
                                    site.repository(),
                                    learning.replaces(),
                                    LearningState.SUPERSEDED,
                                    site.safe("a test proved it; " + learning.id() + " says more"),
                                    site.today());
                }
            }
            site.journal().checkpoints().written(site.repository(), site.worktree(), file, hash);
        });
    }

    private Expert.Format formatOf(Learning learning) {
        return site.experts().stream()
                .map(ExpertView::expert)
                .filter(expert -> expert.file().equals(learning.file()))
                .map(Expert::format)
                .findFirst()
                .orElse(Expert.Format.SECTIONS);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(site.now(), ZoneOffset.UTC);
    }

    private void wait(String file, String reason) {
        waiting.put(file, site.safe(reason));
    }
}
