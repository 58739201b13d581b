package dev.expertd.upkeep.drift;

import dev.expertd.io.Hash;
import dev.expertd.journal.OpenDrift;
import dev.expertd.upkeep.Checkout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the findings of a checkout in the journal: new ones are added, settled ones are forgotten. */
public final class DriftSync {
    private static final int HASH = 16;

    private final Checkout here;

    public DriftSync(Checkout here) {
        this.here = here;
    }

    /** After a look at all of a file's past: what it found is open, and nothing else. */
    public void whole(String file, byte[] content, List<Drift> found) {
        List<OpenDrift> open = kept(file, content, found);
        Set<String> ids = new HashSet<>();
        open.forEach(drift -> ids.add(drift.id()));
        List<String> settled = open(file).stream()
                .map(OpenDrift::id)
                .filter(id -> !ids.contains(id))
                .toList();
        here.journal().inTransaction(() -> {
            here.journal().drift().add(here.repository(), here.worktree(), open);
            here.journal().drift().close(here.repository(), here.worktree(), settled);
        });
    }

    /** After a look at what a commit changed: what it found is added, and what line or code settled is forgotten. */
    public void since(String file, byte[] content, DriftLook look) {
        boolean needsThePast = open(file).stream()
                .map(OpenDrift::kind)
                .anyMatch(kind -> kind.equals(Drift.Kind.RESULT.name()) || kind.equals(Drift.Kind.LIST.name()));
        if (needsThePast && here.git().head().isPresent()) {
            whole(file, content, new DriftLook(here.git(), here.git().head().get()).look(file, content));
            return;
        }
        List<OpenDrift> found = kept(file, content, look.look(file, content));
        Map<String, String> lines = lines(content);
        List<String> settled = open(file).stream()
                .filter(drift -> {
                    String line = lines.get(drift.lineKey());
                    return line == null
                            || look.isSettled(
                                    Drift.Kind.valueOf(drift.kind()),
                                    drift.subject().text(),
                                    line,
                                    content);
                })
                .map(OpenDrift::id)
                .toList();
        if (!found.isEmpty() || !settled.isEmpty()) {
            here.journal().inTransaction(() -> {
                here.journal().drift().close(here.repository(), here.worktree(), settled);
                here.journal().drift().add(here.repository(), here.worktree(), found);
            });
        }
    }

    private List<OpenDrift> open(String file) {
        return here.journal().drift().open(here.repository(), here.worktree()).stream()
                .filter(drift -> drift.file().equals(file))
                .toList();
    }

    private List<OpenDrift> kept(String file, byte[] content, List<Drift> found) {
        List<String> lines = text(content).lines().toList();
        return found.stream()
                .map(drift -> new OpenDrift(
                        "d"
                                + Hash.hex(file + drift.kind() + drift.part() + drift.words())
                                        .substring(0, 9),
                        file,
                        drift.kind().name(),
                        here.safe(drift.part()),
                        drift.line(),
                        here.safe(drift.subject()),
                        here.safe(drift.words()),
                        key(lines.get(Math.min(lines.size(), drift.line()) - 1)),
                        drift.commit(),
                        here.now()))
                .toList();
    }

    private static Map<String, String> lines(byte[] content) {
        Map<String, String> lines = new HashMap<>();
        text(content).lines().forEach(line -> lines.put(key(line), line));
        return lines;
    }

    private static String key(String line) {
        return Hash.hex(DriftLook.key(line)).substring(0, HASH);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
