package dev.expertd.upkeep;

import dev.expertd.curate.Paraphrase;
import dev.expertd.expertise.HouseStyle;
import dev.expertd.expertise.WrittenLine;
import dev.expertd.journal.Journal;
import dev.expertd.journal.LearningId;
import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import dev.expertd.model.Draft;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.FileChange;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.MovedPath;
import dev.expertd.model.Section;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes our own unedited lines back, for good, or moves them to another expert. What is decided stands in the journal;
 * the next pass changes the files.
 */
public final class Undoing {
    private static final int PATHS = 200;

    private final Checkout here;
    private final Journal journal;

    public Undoing(Checkout here) {
        this.here = here;
        this.journal = here.journal();
    }

    /**
     * Takes a line back.
     *
     * @return false if it was taken back before
     * @throws UpkeepException if it may not be taken back
     */
    public boolean takeBack(Learning line) {
        if (isBack(line)) {
            return false;
        }
        refuseUnlessOurs(line);
        leave(line, "taken out with `expertd undo`");
        return true;
    }

    /**
     * Moves a line to another expert's file, into the same section and the style of that file. Paths of its act are led
     * to that expert from now on.
     *
     * @return the line as it will stand there; empty if it was taken back before
     * @throws UpkeepException if it may not be moved, or there is no such expert
     */
    public Optional<Learning> move(Learning line, String to) {
        ExpertView target = here.viewOfExpert(to)
                .orElseThrow(() -> new UpkeepException("there is no expert called " + to + "; there are "
                        + here.experts().stream()
                                .map(view -> view.expert().name())
                                .collect(Collectors.joining(", "))));
        if (target.expert().file().equals(line.file())) {
            throw new UpkeepException(line.id() + " is with " + to + " already");
        }
        if (isBack(line)) {
            return Optional.empty();
        }
        refuseUnlessOurs(line);
        Learning moved = moved(line, target);
        List<MovedPath> paths = paths(line).stream()
                .map(path -> new MovedPath(path, to, line.id()))
                .toList();
        journal.inTransaction(() -> {
            journal.learnings().add(moved, here.today());
            journal.learnings().vouchedFor(here.repository(), moved.id());
            journal.moved().add(here.repository(), paths);
            leave(line, "moved to " + to + " as " + moved.id());
        });
        return Optional.of(moved);
    }

    private static boolean isBack(Learning line) {
        return line.state() == LearningState.LEAVING || line.state() == LearningState.REJECTED;
    }

    private void refuseUnlessOurs(Learning line) {
        switch (line.state()) {
            case HELD, REVIEW ->
                throw new UpkeepException(line.id() + " stands in no file: it waits; `expertd review --reject "
                        + line.id() + "` refuses it");
            case DROPPED -> throw new UpkeepException(line.id() + " was never written (" + line.reason() + ")");
            case SUPERSEDED -> throw new UpkeepException(line.id() + " stands in no file any more: " + line.reason());
            default -> {
                if (line.state() == LearningState.EDITED || isChanged(line)) {
                    throw new UpkeepException(
                            line.id() + " was changed in " + line.file() + " by somebody: it is theirs to take out");
                }
            }
        }
    }

    /** The line is not there as it was written, but one that says the same is. */
    private boolean isChanged(Learning line) {
        Optional<ExpertView> view = here.viewOf(line.file());
        if (line.state() != LearningState.DONE || view.isEmpty()) {
            return false;
        }
        List<String> bullets = view.get().allBullets();
        if (bullets.contains(line.text().text())) {
            return false;
        }
        Set<String> ours = journal.learnings().in(here.repository(), LearningState.DONE).stream()
                .map(each -> each.text().text())
                .collect(Collectors.toSet());
        return Paraphrase.in(bullets.stream()
                        .filter(bullet -> !ours.contains(bullet))
                        .toList())
                .says(line.text().text());
    }

    private void leave(Learning line, String reason) {
        journal.inTransaction(() -> {
            journal.learnings().rehome(here.repository(), line.id(), here.worktree());
            journal.learnings().restate(here.repository(), line.id(), LearningState.LEAVING, here.safe(reason));
        });
    }

    private Learning moved(Learning line, ExpertView target) {
        Expert expert = target.expert();
        Section section = expert.format().shelf(line.section());
        Optional<Act> act = journal.acts().find(here.repository(), line.act());
        WrittenLine written = WrittenLine.read(line.section(), line.text().text());
        Draft draft = new Draft(
                line.origin(),
                line.section(),
                written.statement(),
                written.detail(),
                line.score(),
                written.discovered().orElseGet(() -> date(line)),
                Set.of(),
                line.evidence());
        String component = written.component().isEmpty()
                ? act.map(known -> known.component().text()).orElse("")
                : written.component();
        String text = HouseStyle.of(line.section(), target.bulletsOf(section)).render(draft, component);
        return new Learning(
                LearningId.of(line.id(), expert.name(), line.section(), text),
                line.repository(),
                line.act(),
                here.worktree(),
                expert.name(),
                expert.file(),
                section,
                here.safe(text),
                line.origin(),
                line.score(),
                line.evidence(),
                LearningState.INTENDED,
                here.safe(""),
                line.id(),
                here.now());
    }

    private LocalDate date(Learning line) {
        return commit(line).map(commit -> commit.authored().toLocalDate()).orElseGet(here::today);
    }

    private Optional<Commit> commit(Learning line) {
        return journal.acts()
                .find(here.repository(), line.act())
                .map(Act::commit)
                .filter(id -> !id.isEmpty())
                .flatMap(here.git()::commit);
    }

    /** What the line speaks of, and what else its act changed. */
    private Set<String> paths(Learning line) {
        Set<String> paths = new LinkedHashSet<>(line.evidence().files());
        commit(line).stream()
                .flatMap(commit -> commit.files().stream())
                .map(FileChange::path)
                .filter(path -> here.viewOf(path).isEmpty())
                .limit(PATHS)
                .forEach(paths::add);
        return paths;
    }
}
