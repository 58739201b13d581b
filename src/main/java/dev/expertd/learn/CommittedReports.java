package dev.expertd.learn;

import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import dev.expertd.trace.TraceSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Knows what a report tested that people commit. It arrives with a pull or a switch, as it lies in the commit: then the
 * commit that carries it was tested, or if that changed nothing else, its parent.
 */
final class CommittedReports {
    /** A report that was committed further back says nothing of what is checked out. */
    private static final int BACK = 50;

    private static final long LARGEST = 1 << 20;

    private final Site site;

    CommittedReports(Site site) {
        this.site = site;
    }

    /** The commit that was tested; empty for a report that is not committed as it lies there. */
    Optional<String> tested(TraceSource source) {
        Optional<String> head = site.git().head();
        if (head.isEmpty() || source.files().size() != 1) {
            return Optional.empty();
        }
        Path file = source.files().get(0);
        String path = site.root().relativize(file).toString().replace('\\', '/');
        if (!isCommitted(head.get(), path, file)) {
            return Optional.empty();
        }
        Optional<Commit> commit = site.git().commit(head.get());
        for (int i = 0; i < BACK && commit.isPresent(); i++) {
            Commit carrier = commit.get();
            if (carrier.files().stream().map(FileChange::path).anyMatch(path::equals)) {
                return tested(carrier, path);
            }
            commit = carrier.parents().stream().findFirst().flatMap(site.git()::commit);
        }
        return Optional.empty();
    }

    private Optional<String> tested(Commit carrier, String report) {
        boolean alone = carrier.files().stream()
                .map(FileChange::path)
                .allMatch(path -> path.equals(report) || site.isExpertiseFile(path));
        return alone ? carrier.parents().stream().findFirst() : Optional.of(carrier.id());
    }

    private boolean isCommitted(String head, String path, Path file) {
        Optional<String> committed = site.git().text(head, path);
        if (committed.isEmpty()) {
            return false;
        }
        try {
            return Files.size(file) <= LARGEST
                    && Files.readString(file, StandardCharsets.UTF_8).equals(committed.get());
        } catch (IOException e) {
            return false; // gone, or in another encoding: judged by the tree that lies there
        }
    }
}
