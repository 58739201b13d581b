package dev.expertd.git.jgit;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The bytes of the commits that were read last, of all repositories together. Each pass asks the graph of commits the
 * same questions again, and a commit that lies in a file of its own costs opening and inflating it each time.
 */
final class CommitMemory {
    private static final int BYTES = 2 << 20;
    private static final int LARGEST = 4096;

    /** What the entry of a map takes besides. */
    private static final int OVERHEAD = 200;

    private final Map<Key, byte[]> commits = new LinkedHashMap<>(16, 0.75f, true);
    private int used;

    /** {@code repository}: where its objects lie, as a path. */
    private record Key(Path repository, ObjectId id) {}

    synchronized Optional<byte[]> get(Path repository, AnyObjectId id) {
        return Optional.ofNullable(commits.get(new Key(repository, id.toObjectId())));
    }

    synchronized void put(Path repository, AnyObjectId id, byte[] content) {
        if (content.length > LARGEST || commits.putIfAbsent(new Key(repository, id.copy()), content) != null) {
            return;
        }
        used += content.length + OVERHEAD;
        for (Iterator<byte[]> oldest = commits.values().iterator(); used > BYTES; ) {
            used -= oldest.next().length + OVERHEAD;
            oldest.remove();
        }
    }

    synchronized int size() {
        return commits.size();
    }
}
