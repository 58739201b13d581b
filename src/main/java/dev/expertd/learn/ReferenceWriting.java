package dev.expertd.learn;

import dev.expertd.config.Settings;
import dev.expertd.expertise.ExpertiseWriter;
import dev.expertd.expertise.WriteResult;
import dev.expertd.io.Hash;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.journal.ReferenceStore;
import dev.expertd.model.LearningState;
import dev.expertd.redact.Redacted;
import dev.expertd.upkeep.reference.Correction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes corrections of references into expertise files, each remembered before and after. */
final class ReferenceWriting {
    private static final Duration SOON = Duration.ofMillis(600);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Site site;
    private final ReferenceStore store;
    private final ExpertiseWriter writer;
    private final Map<String, Redacted> waiting;
    private final String head;
    private final List<ReferenceEdit> made = new ArrayList<>();

    ReferenceWriting(Site site, ExpertiseWriter writer, Map<String, Redacted> waiting, String head) {
        this.site = site;
        this.store = site.journal().references();
        this.writer = writer;
        this.waiting = waiting;
        this.head = head;
    }

    /** How a text of one file is put right. */
    interface Plan {
        Correction of(byte[] content, Correction.MayTouch mayTouch);
    }

    /** What was put right so far. */
    List<ReferenceEdit> made() {
        return List.copyOf(made);
    }

    /**
     * The text as it was before corrections for commits that are no longer part of what is checked out: a reset or a
     * switch left them in the work tree, and what was true there is not true here. A line that is committed is no such
     * left-over; a rebase gives its commit another id.
     */
    byte[] withoutAbandoned(String file, byte[] content) {
        String inHead = site.git().text(head, file).orElse("");
        if (inHead.equals(new String(content, StandardCharsets.UTF_8))) {
            return content; // as mostly, and nobody has to ask where past commits are
        }
        Set<String> committed = inHead.lines().map(Correction::lineHash).collect(Collectors.toSet());
        Map<String, Boolean> here = new HashMap<>();
        List<ReferenceEdit> abandoned = store.in(site.repository(), file).stream()
                .filter(edit -> edit.state() == ReferenceEdit.State.DONE
                        && edit.worktree().equals(site.worktree())
                        && !committed.contains(edit.lineHash())
                        && !here.computeIfAbsent(
                                edit.commit(), commit -> site.git().isAncestor(commit, head)))
                .toList();
        return abandoned.isEmpty() ? content : TakenBack.from(content, abandoned);
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

    /** Puts one file right, or tells only; says when to look again if the file cannot be written now. */
    Optional<Duration> correct(String file, Plan plan, boolean mayWrite) throws IOException {
        Path path = site.root().resolve(file);
        byte[] content = Files.readAllBytes(path);
        Correction.MayTouch mayTouch = mayTouch(file);
        Function<byte[], Correction> right = bytes -> plan.of(withoutAbandoned(file, bytes), mayTouch);
        Correction first = right.apply(content);
        if (Arrays.equals(first.after(), content) || !mayWrite) {
            Correction left = first.made().isEmpty() ? first : plan.of(content, Correction.MayTouch.NOTHING);
            site.journal().inTransaction(() -> {
                store.put(site.repository(), records(file, first, ReferenceEdit.State.TOLD));
                looked(file, content, left.keys());
            });
            return Optional.empty();
        }
        if (site.settings().learning().write() == Settings.Write.WITH_CHANGES
                && site.git().snapshot(site::isExpertiseFile).isClean()) {
            waiting.put(file, site.safe("the work tree is clean and learning.write is with-changes"));
            return Optional.empty();
        }
        try {
            return write(file, content, first, right);
        } catch (IOException e) {
            waiting.put(file, site.safe("cannot be written: " + e.getMessage() + "; see that the disk has room"));
            return Optional.of(LATER);
        }
    }

    private Optional<Duration> write(String file, byte[] planned, Correction first, Function<byte[], Correction> plan)
            throws IOException {
        Correction[] last = {first};
        String ourHash = site.journal().checkpoints().writtenHash(site.repository(), site.worktree(), file);
        WriteResult result = writer.write(site.root(), file, ourHash, bytes -> {
            last[0] = Arrays.equals(bytes, planned) ? first : plan.apply(bytes);
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
        List<ReferenceEdit> done = records(file, last[0], ReferenceEdit.State.DONE);
        made.addAll(done);
        site.journal().inTransaction(() -> {
            store.put(site.repository(), done);
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

    /** Nothing changed that the file speaks of: what was known is known of the new commit. */
    void looked(String file, ReferenceStore.Look before) {
        site.journal().inTransaction(() -> looked(file, before.stamp(), before.keys()));
    }

    /** What is known of the references of a file. */
    void looked(String file, byte[] content, Set<String> keys) {
        site.journal().inTransaction(() -> looked(file, Hash.hex(content).substring(0, 16), keys));
    }

    private void looked(String file, String stamp, Set<String> keys) {
        store.looked(site.repository(), site.worktree(), file, new ReferenceStore.Look(head, stamp, keys));
    }
}
