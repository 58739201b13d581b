package dev.expertd.learn;

import dev.expertd.config.Settings;
import dev.expertd.expertise.ExpertiseWriter;
import dev.expertd.expertise.WriteResult;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.io.Hash;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.journal.ReferenceStore;
import dev.expertd.journal.SeenCommit;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.LearningState;
import dev.expertd.redact.Redacted;
import dev.expertd.upkeep.Doubts;
import dev.expertd.upkeep.drift.DriftSync;
import dev.expertd.upkeep.reference.Correction;
import dev.expertd.upkeep.reference.ReferenceChange;
import dev.expertd.upkeep.reference.ReferenceLook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets the references of expertise files follow the code that a commit moved. Only those are touched that held before
 * the commit and whose new place is certain; the others are left to {@code expertd refs}.
 *
 * <p>The first look at a file only notes what holds. Nothing is rewritten because of what git brought (a switch, a pull):
 * the next commit that is made here does it.
 */
final class ReferenceFollowing {
    private static final Duration SOON = Duration.ofMillis(600);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final Duration IN_A_SECOND = Duration.ofSeconds(1);

    private final Site site;
    private final ReferenceStore store;
    private final ExpertiseWriter writer;
    private final Map<String, Redacted> waiting;
    private final String head;
    private final Map<String, Stretch> stretches = new HashMap<>();
    private @Nullable ReferenceLook history;

    ReferenceFollowing(Site site, ExpertiseWriter writer, Map<String, Redacted> waiting) {
        this.site = site;
        this.store = site.journal().references();
        this.writer = writer;
        this.waiting = waiting;
        this.head = site.git().head().orElse("");
    }

    /** How a text of one file is put right. */
    private interface Plan {
        Correction of(byte[] content);
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

    /** Puts right everything in every file that is certain, however long it has been wrong. */
    Optional<Duration> fixAll() throws IOException {
        if (head.isEmpty() || site.git().operationUnderWay().isPresent()) {
            site.experts()
                    .forEach(view -> waiting.put(view.expert().file(), site.safe("git is in the middle of something")));
            return Optional.of(IN_A_SECOND);
        }
        ReferenceLook history = history();
        Optional<Duration> again = Optional.empty();
        for (ExpertView view : site.experts()) {
            if (view.expert().format() == Expert.Format.PART) {
                continue; // the rest of that file is none of ours
            }
            String file = view.expert().file();
            Correction.MayTouch mayTouch = mayTouch(file);
            Optional<Duration> next = correct(
                    file, content -> Correction.of(content, history.look(file, content), Set.of(), mayTouch), true);
            again = next.isPresent() ? next : again;
        }
        return again;
    }

    private Optional<Duration> follow(ExpertView view) throws IOException {
        String file = view.expert().file();
        Optional<ReferenceStore.Look> before = look(view);
        if (!Files.isRegularFile(site.root().resolve(file))) {
            return Optional.empty();
        }
        if (before.isEmpty() || !continues(before.get().commit())) {
            ReferenceLook history = history();
            Correction.MayTouch nothing = (key, line) -> false;
            byte[] content = Files.readAllBytes(site.root().resolve(file));
            note(
                    file,
                    content,
                    Correction.of(content, history.look(file, content), Set.of(), nothing)
                            .keys());
            return Optional.empty();
        }
        if (!isMadeHere()) {
            return Optional.empty();
        }
        Stretch stretch =
                stretches.computeIfAbsent(before.get().commit(), commit -> Stretch.between(site.git(), commit, head));
        if (!stretch.mayConcern(file, view.text())) {
            site.journal()
                    .inTransaction(() -> store.looked(
                            site.repository(),
                            site.worktree(),
                            file,
                            new ReferenceStore.Look(
                                    head, before.get().stamp(), before.get().keys())));
            return Optional.empty();
        }
        respectWhatWasPutBack(file, before.get());
        ReferenceChange change = stretch.references();
        new DriftSync(site.checkout())
                .since(file, Files.readAllBytes(site.root().resolve(file)), stretch.drift());
        Correction.MayTouch mayTouch = mayTouch(file);
        return correct(
                file,
                content -> change.follow(file, content, before.get().keys(), mayTouch),
                site.settings().references() == Settings.References.FOLLOW);
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

    /** The work went on from there, or that commit was amended; what a switch brought is another matter. */
    private boolean continues(String commit) {
        if (site.git().isAncestor(commit, head)) {
            return true;
        }
        List<String> now = site.git().firstParents(head, 2);
        List<String> then = site.git().firstParents(commit, 2);
        return now.size() == 2 && then.size() == 2 && now.get(1).equals(then.get(1));
    }

    /**
     * A reference that we had put right, and that now stands again as it stood before though it did not after our last
     * look, was put back by a person, unless the file is as it was committed. It is theirs from now on.
     */
    private void respectWhatWasPutBack(String file, ReferenceStore.Look before) throws IOException {
        byte[] content = Files.readAllBytes(site.root().resolve(file));
        String text = new String(content, StandardCharsets.UTF_8);
        if (site.git().text(head, file).filter(text::equals).isPresent()) {
            return; // a stash, a reset or a checkout put it back, and nobody said anything
        }
        Set<String> fresh = ReferenceFinder.find(content).stream()
                .map(Correction::key)
                .filter(key -> !before.keys().contains(key) && !before.keys().contains(key + Correction.HOLDS))
                .collect(Collectors.toSet());
        List<ReferenceEdit> putBack = store.in(site.repository(), file).stream()
                .filter(edit -> edit.state() == ReferenceEdit.State.DONE
                        && edit.worktree().equals(site.worktree())
                        && fresh.contains(edit.key()))
                .map(edit -> edit.in(ReferenceEdit.State.UNDONE))
                .toList();
        if (!putBack.isEmpty()) {
            site.journal().inTransaction(() -> store.put(site.repository(), putBack));
        }
    }

    /** False if HEAD was there before: then a switch or a reset went back to it. */
    private boolean isReachedForTheFirstTime() {
        return site.git().headLog("").stream()
                        .filter(entry -> entry.newId().equals(head))
                        .limit(2)
                        .count()
                < 2;
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

    /** Not what a person took back, not in a line of ours, and nothing that may not be kept in the journal. */
    private Correction.MayTouch mayTouch(String file) {
        Set<String> undone = store.in(site.repository(), file).stream()
                .filter(edit -> edit.state() == ReferenceEdit.State.UNDONE)
                .map(ReferenceEdit::key)
                .collect(Collectors.toSet());
        Set<String> ours = site.journal().learnings().in(site.repository(), LearningState.DONE).stream()
                .map(line -> line.text().text())
                .collect(Collectors.toSet());
        return (key, line) -> !undone.contains(key) && !ours.contains(line);
    }

    private Optional<Duration> correct(String file, Plan plan, boolean mayWrite) throws IOException {
        Path path = site.root().resolve(file);
        byte[] content = Files.readAllBytes(path);
        Correction first = plan.of(content);
        if (first.made().isEmpty() || !mayWrite) {
            site.journal().inTransaction(() -> {
                store.put(site.repository(), records(file, first, ReferenceEdit.State.TOLD));
                looked(file, content, first.keys());
            });
            return Optional.empty();
        }
        if (site.settings().learning().write() == Settings.Write.WITH_CHANGES
                && site.git().snapshot(site::isExpertiseFile).isClean()) {
            waiting.put(file, site.safe("the work tree is clean and learning.write is with-changes"));
            return Optional.empty();
        }
        try {
            return write(file, content, first, plan);
        } catch (IOException e) {
            waiting.put(file, site.safe("cannot be written: " + e.getMessage() + "; see that the disk has room"));
            return Optional.of(LATER);
        }
    }

    private Optional<Duration> write(String file, byte[] planned, Correction first, Plan plan) throws IOException {
        Correction[] last = {first};
        String ourHash = site.journal().checkpoints().writtenHash(site.repository(), site.worktree(), file);
        WriteResult result = writer.write(site.root(), file, ourHash, bytes -> {
            last[0] = Arrays.equals(bytes, planned) ? first : plan.of(bytes);
            List<ReferenceEdit> intended = records(file, last[0], ReferenceEdit.State.INTENDED);
            site.journal().inTransaction(() -> store.put(site.repository(), intended));
            return last[0].after();
        });
        if (result instanceof WriteResult.HeldBack heldBack) {
            waiting.put(file, site.safe(heldBack.reason()));
            return Optional.of(SOON);
        }
        if (result instanceof WriteResult.LeftAlone leftAlone) {
            waiting.put(file, site.safe(leftAlone.reason()));
            return Optional.empty();
        }
        String hash = result instanceof WriteResult.Written written
                ? written.hash()
                : result instanceof WriteResult.Unchanged unchanged ? unchanged.hash() : "";
        site.journal().inTransaction(() -> {
            store.put(site.repository(), records(file, last[0], ReferenceEdit.State.DONE));
            looked(file, last[0].after(), last[0].keys());
            site.journal().checkpoints().written(site.repository(), site.worktree(), file, hash);
            site.journal().lines().mustBeLookedAt(site.repository(), site.worktree(), file);
        });
        return Optional.empty();
    }

    private List<ReferenceEdit> records(String file, Correction correction, ReferenceEdit.State state) {
        return correction.made().stream()
                .map(made -> new ReferenceEdit(
                        "r"
                                + Hash.hex(file + made.key() + made.after() + made.lineHash() + head)
                                        .substring(0, 9),
                        site.worktree(),
                        file,
                        made.key(),
                        site.safe(made.before()).text(),
                        site.safe(made.after()).text(),
                        made.lineHash(),
                        head,
                        state,
                        site.now()))
                .filter(edit -> !edit.before().equals(edit.after()))
                .toList();
    }

    private void note(String file, byte[] content, Set<String> keys) {
        site.journal().inTransaction(() -> looked(file, content, keys));
    }

    private void looked(String file, byte[] content, Set<String> keys) {
        store.looked(
                site.repository(),
                site.worktree(),
                file,
                new ReferenceStore.Look(head, Hash.hex(content).substring(0, 16), keys));
    }
}
