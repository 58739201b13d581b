package dev.expertd.learn;

import dev.expertd.config.Settings;
import dev.expertd.expertise.ExpertiseWriter;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.journal.ReferenceStore;
import dev.expertd.journal.SeenCommit;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.redact.Redacted;
import dev.expertd.upkeep.Doubts;
import dev.expertd.upkeep.drift.DriftSync;
import dev.expertd.upkeep.reference.Correction;
import dev.expertd.upkeep.reference.ReferenceChange;
import dev.expertd.upkeep.reference.ReferenceLook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets the references of expertise files follow the code that a commit moved. Only those are touched that held before
 * the commit and whose new place is certain; the others are left to {@code expertd refs}.
 *
 * <p>The first look at a file only notes what holds. Nothing is rewritten because of what git brought (a switch, a pull):
 * the next commit that is made here does it.
 */
final class ReferenceFollowing {
    private static final Duration IN_A_SECOND = Duration.ofSeconds(1);

    private final Site site;
    private final ReferenceStore store;
    private final ReferenceWriting writing;
    private final Map<String, Redacted> waiting;
    private final String head;
    private final Map<String, Stretch> stretches = new HashMap<>();
    private final Map<String, ReferenceLook> parents = new HashMap<>();
    private @Nullable ReferenceLook history;

    ReferenceFollowing(Site site, ExpertiseWriter writer, Map<String, Redacted> waiting) {
        this.site = site;
        this.store = site.journal().references();
        this.waiting = waiting;
        this.head = site.git().head().orElse("");
        this.writing = new ReferenceWriting(site, writer, waiting, head);
    }

    /** Follows what was committed since the last look; says when to look again if something was held back. */
    Optional<Duration> follow() throws IOException {
        List<ExpertView> stale = site.experts().stream()
                .filter(view -> view.expert().format() != Expert.Format.PART)
                .filter(view ->
                        look(view).filter(look -> look.commit().equals(head)).isEmpty())
                .toList();
        if (head.isEmpty() || stale.isEmpty()) {
            return Optional.empty();
        }
        if (site.git().operationUnderWay().isPresent()) {
            return Optional.of(IN_A_SECOND);
        }
        doubt(stale);
        Optional<Duration> again = Optional.empty();
        for (ExpertView view : stale) {
            Optional<Duration> next = follow(view);
            again = next.isPresent() ? next : again;
        }
        return again;
    }

    /** Lines that rest on what was committed since may no longer hold. */
    private void doubt(List<ExpertView> stale) {
        stale.stream()
                .flatMap(view -> look(view).stream())
                .map(ReferenceStore.Look::commit)
                .distinct()
                .limit(1)
                .forEach(before ->
                        new Doubts(site.checkout()).afterChanges(site.git().changes(before, head)));
    }

    /** Puts right everything in every file that is certain, however long it has been wrong; what was put right. */
    List<ReferenceEdit> fixAll() throws IOException {
        if (head.isEmpty() || site.git().operationUnderWay().isPresent()) {
            site.experts()
                    .forEach(view -> waiting.put(view.expert().file(), site.safe("git is in the middle of something")));
            return List.of();
        }
        ReferenceLook history = history();
        for (ExpertView view : site.experts()) {
            if (view.expert().format() == Expert.Format.PART) {
                continue; // the rest of that file is none of ours
            }
            String file = view.expert().file();
            writing.correct(
                    file,
                    (content, mayTouch) -> Correction.of(content, history.look(file, content), Set.of(), mayTouch),
                    true);
        }
        return writing.made();
    }

    private Optional<Duration> follow(ExpertView view) throws IOException {
        String file = view.expert().file();
        if (!Files.isRegularFile(site.root().resolve(file))) {
            return Optional.empty();
        }
        Optional<ReferenceStore.Look> last =
                look(view).filter(look -> site.git().isAncestor(look.commit(), head));
        Optional<ReferenceStore.Look> before = last.isPresent() ? last : atParent(file);
        if (before.isEmpty()) {
            byte[] content = writing.withoutAbandoned(
                    file, Files.readAllBytes(site.root().resolve(file)));
            writing.looked(file, content, known(history(), file, content));
            return Optional.empty();
        }
        if (!isMadeHere()) {
            return Optional.empty();
        }
        respectWhatWasPutBack(file, before.get());
        Stretch stretch =
                stretches.computeIfAbsent(before.get().commit(), commit -> Stretch.between(site.git(), commit, head));
        if (!stretch.mayConcern(file, view.text())) {
            writing.looked(file, before.get());
            return Optional.empty();
        }
        ReferenceChange change = stretch.references();
        Set<String> known = before.get().keys();
        Set<String> corrected = done(file).map(ReferenceEdit::key).collect(Collectors.toSet());
        new DriftSync(site.checkout())
                .since(file, Files.readAllBytes(site.root().resolve(file)), stretch.drift());
        return writing.correct(
                file,
                (content, mayTouch) -> change.follow(
                        file,
                        content,
                        known,
                        (key, line) -> mayTouch.test(key, line)
                                && (known.contains(key + Correction.HOLDS) || !corrected.contains(key)),
                        this::history),
                site.settings().references() == Settings.References.FOLLOW);
    }

    /**
     * What a look before this commit would have found, where there was none: the first commit in a new checkout, or
     * behind a switch. Only for a commit that was made here, on one other.
     */
    private Optional<ReferenceStore.Look> atParent(String file) {
        List<String> line = site.git().firstParents(head, 2);
        if (line.size() < 2 || !isMadeHere()) {
            return Optional.empty();
        }
        String parent = line.get(1);
        return site.git().text(parent, file).map(text -> {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            ReferenceLook look = lookAt(parent);
            return new ReferenceStore.Look(parent, "", known(look, file, content));
        });
    }

    private ReferenceLook lookAt(String commit) {
        return parents.computeIfAbsent(commit, id -> new ReferenceLook(site.git(), id));
    }

    private static Set<String> known(ReferenceLook look, String file, byte[] content) {
        return Correction.of(content, look.look(file, content), Set.of(), Correction.MayTouch.NOTHING)
                .keys();
    }

    /** As far back as need be; what one file made it read serves the next. */
    private ReferenceLook history() {
        ReferenceLook made = history;
        if (made == null) {
            made = new ReferenceLook(site.git(), head);
            history = made;
        }
        return made;
    }

    private Optional<ReferenceStore.Look> look(ExpertView view) {
        return store.look(site.repository(), site.worktree(), view.expert().file());
    }

    /** What was put right in this checkout: one that stands again as before was put back, by whomever. */
    private Stream<ReferenceEdit> done(String file) {
        return store.in(site.repository(), file).stream()
                .filter(edit -> edit.state() == ReferenceEdit.State.DONE
                        && edit.worktree().equals(site.worktree()));
    }

    /**
     * A reference that we had put right, and that now stands again as it stood before though it did not after our last
     * look, was put back by a person, unless the file is as it was committed. It is theirs from now on.
     */
    private void respectWhatWasPutBack(String file, ReferenceStore.Look before) throws IOException {
        List<ReferenceEdit> done = done(file).toList();
        byte[] content = Files.readAllBytes(site.root().resolve(file));
        String text = new String(content, StandardCharsets.UTF_8);
        if (done.isEmpty() || site.git().text(head, file).filter(text::equals).isPresent()) {
            return; // a stash, a reset or a checkout put it back, and nobody said anything
        }
        Set<String> fresh = ReferenceFinder.find(content).stream()
                .map(Correction::key)
                .filter(key -> !Correction.isKnown(key, before.keys()))
                .collect(Collectors.toSet());
        List<ReferenceEdit> putBack = done.stream()
                .filter(edit -> fresh.contains(edit.key()))
                .map(edit -> edit.in(ReferenceEdit.State.UNDONE))
                .toList();
        if (!putBack.isEmpty()) {
            site.journal().inTransaction(() -> store.put(site.repository(), putBack));
        }
    }

    /** False if HEAD was there before: then a switch or a reset went back to it. */
    private boolean isReachedForTheFirstTime() {
        return site.git().timesCheckedOut(head) < 2;
    }

    private boolean isMadeHere() {
        return isReachedForTheFirstTime()
                && site.journal()
                        .commits()
                        .find(site.repository(), head)
                        .map(SeenCommit::worktree)
                        .filter(site.worktree()::equals)
                        .isPresent()
                && !site.git().isImported(head);
    }
}
