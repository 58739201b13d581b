package dev.expertd.upkeep;

import dev.expertd.curate.Paraphrase;
import dev.expertd.journal.Journal;
import dev.expertd.journal.Whereabouts;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One look at where our lines stand in one checkout.
 *
 * <p>A line that is missing is somebody's word only where git did not take it away: then it is rejected, or theirs if
 * they changed it. Nothing is concluded while git is in the middle of something, nor before a second look, at least a
 * second after the first, agrees with it. What one checkout has lying about says nothing of another; a commit does.
 */
public final class LineLook {
    private static final Duration APART = Duration.ofSeconds(1);
    private static final List<LearningState> LOOKED_FOR =
            List.of(LearningState.DONE, LearningState.DISPLACED, LearningState.EDITED, LearningState.REJECTED);

    private final Checkout here;
    private final Journal journal;
    private final String head;
    private final Map<String, FileNow> files = new TreeMap<>();
    private final Map<String, Boolean> ancestors = new HashMap<>();
    private final Map<String, Paraphrase> paraphrases = new HashMap<>();
    private final List<Runnable> writes = new ArrayList<>();
    private Map<String, String> before = Map.of();
    private boolean open;
    private boolean moved;

    public LineLook(Checkout here) {
        this.here = here;
        this.journal = here.journal();
        this.head = here.git().head().orElse("");
    }

    /** Looks; says when to look again if something needs a second look. */
    public Optional<Duration> look() {
        if (here.git().operationUnderWay().isPresent()) {
            return Optional.empty();
        }
        before = journal.lines().stamps(here.repository(), here.worktree());
        here.experts().forEach(view -> file(view.expert().file()));
        before.keySet().forEach(this::file);
        Map<String, String> stamps = new TreeMap<>();
        files.forEach((name, file) -> stamps.put(name, file.stamp()));
        if (stamps.equals(before) && !journal.lines().isAnyOpen(here.repository(), here.worktree())) {
            return Optional.empty();
        }
        moved = before.values().stream()
                .map(FileNow::headOf)
                .distinct()
                .anyMatch(old -> !old.isEmpty() && !isAncestor(old));
        Map<String, Whereabouts> known = journal.lines().in(here.repository(), here.worktree());
        List<Learning> lines = journal.learnings().in(here.repository(), LOOKED_FOR);
        Set<String> ours = lines.stream().map(line -> line.text().text()).collect(Collectors.toSet());
        for (Learning line : lines) {
            look(line, Optional.ofNullable(known.get(line.id())), ours);
        }
        stamps.forEach((name, stamp) ->
                writes.add(() -> journal.lines().looked(here.repository(), here.worktree(), name, stamp)));
        journal.inTransaction(() -> writes.forEach(Runnable::run));
        return open ? Optional.of(APART.plusMillis(100)) : Optional.empty();
    }

    private void look(Learning line, Optional<Whereabouts> known, Set<String> ours) {
        FileNow file = file(line.file());
        boolean home = here.isHomeOf(line);
        if (file.kind() == FileNow.Kind.UNREADABLE || known.isEmpty() && line.state() != LearningState.DONE) {
            return;
        }
        if (file.holds(line.text().text())) {
            stands(line, known, file, home);
        } else if (isElsewhere(line, home)) {
            known.ifPresent(at -> put(at, at.settled(true)));
        } else if (home || known.isPresent()) {
            missing(line, known.orElseGet(() -> Whereabouts.written(line.id(), here.worktree())), file, home, ours);
        }
    }

    private void stands(Learning line, Optional<Whereabouts> known, FileNow file, boolean home) {
        Whereabouts at = known.orElseGet(() -> Whereabouts.written(line.id(), here.worktree()));
        Whereabouts now = at.settled(true);
        boolean unheld = at.holder().isEmpty() || moved && !isAncestor(at.holder());
        if (unheld && file.isCommitted(line.text().text())) {
            now = now.heldBy(head);
        }
        if (home && !at.stands() && line.state() != LearningState.DONE) {
            restate(line, LearningState.DONE, "");
        }
        if (known.isEmpty() || !now.equals(at)) {
            write(now);
        }
    }

    /** Somebody carried the line, word by word, to the file of another expert, or gave its file another name. */
    private boolean isElsewhere(Learning line, boolean home) {
        List<Expert> holding = here.experts().stream()
                .map(ExpertView::expert)
                .filter(expert -> file(expert.file()).holds(line.text().text()))
                .toList();
        if (holding.size() == 1 && home && line.state() != LearningState.REJECTED) {
            Expert expert = holding.get(0);
            writes.add(() -> journal.learnings().carried(here.repository(), line.id(), expert.name(), expert.file()));
        }
        return !holding.isEmpty();
    }

    private void missing(Learning line, Whereabouts at, FileNow file, boolean home, Set<String> ours) {
        Absence absence = asBeforeItWasCommitted(line, at, file, absence(line, at, file, ours));
        boolean counts = at.stands() ? home || absence.isByCommit() : absence.isByCommit() && isKeptElsewhere(line);
        if (!at.stands() && !counts) {
            put(at, at.settled(false));
            return;
        }
        Instant now = here.now();
        if (!at.suspected().equals(absence.name())) {
            put(at, at.suspecting(absence.name(), now.toString()));
            open = true;
        } else if (Duration.between(Instant.parse(at.suspectedAt()), now).compareTo(APART) < 0) {
            open = true;
        } else {
            if (counts && line.state() != LearningState.REJECTED) {
                restate(line, absence.becomes(), absence.words(line.file(), at.holder()));
            }
            put(at, at.settled(false));
        }
    }

    /** What somebody did to the file and then committed is not undone by the commit: the file is as it was seen then. */
    private Absence asBeforeItWasCommitted(Learning line, Whereabouts at, FileNow file, Absence now) {
        boolean same = FileNow.textOf(before.getOrDefault(line.file(), "")).equals(FileNow.textOf(file.stamp()));
        return now == Absence.PUT_ASIDE
                        && file.kind() == FileNow.Kind.READ
                        && same
                        && !at.suspected().isEmpty()
                ? Absence.valueOf(at.suspected())
                : now;
    }

    /** Standing somewhere, or only put aside, as far as anybody knows. */
    private static boolean isKeptElsewhere(Learning line) {
        return line.state() == LearningState.DONE || line.state() == LearningState.DISPLACED;
    }

    private Absence absence(Learning line, Whereabouts at, FileNow file, Set<String> ours) {
        String text = line.text().text();
        if (!at.holder().isEmpty() && isAncestor(at.holder()) && !file.isCommitted(text)) {
            return isReworded(file, text, ours) ? Absence.REWORDED_BY_COMMIT : Absence.TAKEN_OUT_BY_COMMIT;
        }
        if (file.kind() == FileNow.Kind.ABSENT || file.equalsHead()) {
            return Absence.PUT_ASIDE;
        }
        return isReworded(file, text, ours) ? Absence.REWORDED : Absence.TAKEN_OUT;
    }

    /** What says the same counts as the changed line, unless it is a line of ours that stands there by itself. */
    private boolean isReworded(FileNow file, String text, Set<String> ours) {
        return paraphrases
                .computeIfAbsent(file.stamp(), key -> {
                    Set<String> theirs = new HashSet<>(file.bullets());
                    theirs.removeAll(ours);
                    return Paraphrase.in(theirs);
                })
                .says(text);
    }

    private boolean isAncestor(String commit) {
        return ancestors.computeIfAbsent(
                commit, id -> !head.isEmpty() && here.git().isAncestor(id, head));
    }

    private FileNow file(String name) {
        return files.computeIfAbsent(name, key -> new FileNow(here, key, head));
    }

    private void put(Whereabouts before, Whereabouts now) {
        if (!now.equals(before)) {
            write(now);
        }
    }

    private void write(Whereabouts now) {
        writes.add(() -> journal.lines().put(here.repository(), now));
    }

    private void restate(Learning line, LearningState state, String reason) {
        writes.add(() -> journal.learnings().restate(here.repository(), line.id(), state, here.safe(reason)));
    }
}
