package dev.expertd.learn;

import dev.expertd.model.Snapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of edited files at the runs on the way to a commit: what no commit holds is kept in the journal. */
final class Snapshots {
    /** Characters of one text, and of all that are kept for one run. */
    private static final int TEXT = 1 << 18;

    private static final int ALL = 1 << 22;

    private static final Duration KEPT = Duration.ofDays(7);

    private final Site site;

    Snapshots(Site site) {
        this.site = site;
    }

    /** Keeps the texts of what differs from the commit checked out, as it lies there now. */
    void keep(Snapshot tree) {
        Map<String, String> texts = new HashMap<>();
        int room = ALL;
        for (Map.Entry<String, String> file : tree.changed().entrySet()) {
            String blob = file.getValue();
            if (blob.isEmpty() || texts.containsKey(blob)) {
                continue;
            }
            Optional<String> text = site.git().textInWorkTree(file.getKey(), blob);
            if (text.isPresent() && text.get().length() <= Math.min(TEXT, room)) {
                texts.put(blob, text.get());
                room -= text.get().length();
            }
        }
        if (!texts.isEmpty()) {
            site.journal().inTransaction(() -> site.journal().snapshots().keep(site.repository(), texts, site.now()));
        }
    }

    /** The text of a file in that tree; empty if it is not there, empty optional if nobody knows. */
    Optional<String> text(Snapshot tree, String path) {
        String blob = tree.changed().get(path);
        if (blob == null) {
            return Optional.of(committed(tree.head(), path));
        }
        return blob.isEmpty() ? Optional.of("") : site.journal().snapshots().text(site.repository(), blob);
    }

    /** The text of a file in a commit; empty if it is not there. */
    String committed(String commit, String path) {
        return commit.isEmpty() ? "" : site.git().text(commit, path).orElse("");
    }

    /** Lets go what no run needs any more. */
    void forget() {
        site.journal()
                .inTransaction(() -> site.journal()
                        .snapshots()
                        .forget(site.repository(), site.now().minus(KEPT)));
    }
}
