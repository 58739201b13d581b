package dev.expertd.expertise;

import dev.expertd.io.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that were replaced, kept open for ten seconds: an editor that opened one before may still write to it, to an
 * inode that no path names any more. What it wrote is merged into the file that took the old one's place, as soon as two
 * looks agree on it.
 *
 * <p>Used by one daemon for all repositories; the caller holds the lock of the repository whose files it looks at.
 */
public final class LateEdits {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofMillis(200);
    private static final int MOST = 64;

    private final List<Replaced> open = new ArrayList<>();

    /** A file as it was read before another took its place, and what was found in it since. */
    private static final class Replaced {
        private final Path file;
        private final FileChannel old;
        private final long since = System.nanoTime();
        private byte[] base;
        private String seen;

        Replaced(Path file, FileChannel old, byte[] base) {
            this.file = file;
            this.old = old;
            this.base = base;
            this.seen = Hash.hex(base);
        }

        boolean isOver() {
            return age() > KEPT.toNanos();
        }

        /** Most of what is written late comes soon. */
        Duration nextLook() {
            return age() < STEP.toNanos() ? SETTLING : STEP;
        }

        private long age() {
            return System.nanoTime() - since;
        }
    }

    /** Keeps a replaced file open; the channel is closed here when its time is over. */
    synchronized void keep(Path file, FileChannel old, byte[] base) {
        open.add(new Replaced(file, old, base));
        if (open.size() > MOST) {
            close(open.remove(0));
        }
    }

    /**
     * Looks at what was replaced below a work tree, and merges in what was written there.
     *
     * @return when to look again, if something was written and is not merged in yet
     */
    public synchronized Optional<Duration> look(Path root, ExpertiseWriter writer) throws IOException {
        Optional<Duration> again = Optional.empty();
        for (Replaced each : below(root)) {
            boolean over = each.isOver(); // before looking: what comes later is nobody's any more
            if (!look(each, writer)) {
                again = Optional.of(SETTLING);
            } else if (over) {
                close(each);
                open.remove(each);
            }
        }
        return again;
    }

    /**
     * Sees whether anything was written since the last look; what nobody wrote to is closed when its time is over.
     *
     * @return when to glance again; zero if a look is worth it now, empty if nothing is open there any more
     */
    public synchronized Optional<Duration> glance(Path root) throws IOException {
        Optional<Duration> again = Optional.empty();
        for (Replaced each : below(root)) {
            boolean over = each.isOver();
            byte[] now = ExpertiseWriter.content(each.old);
            boolean untouched = Arrays.equals(now, each.base);
            if (over && untouched) {
                close(each);
                open.remove(each);
            } else {
                Duration next = untouched || each.seen.equals(Hash.hex(now)) ? each.nextLook() : Duration.ZERO;
                again = again.filter(before -> before.compareTo(next) < 0).or(() -> Optional.of(next));
            }
        }
        return again;
    }

    private List<Replaced> below(Path root) throws IOException {
        Path real = root.toRealPath();
        return open.stream().filter(each -> each.file.startsWith(real)).toList();
    }

    /** True if everything that was written there is where it belongs. */
    private static boolean look(Replaced replaced, ExpertiseWriter writer) throws IOException {
        byte[] now = ExpertiseWriter.content(replaced.old);
        if (Arrays.equals(now, replaced.base)) {
            return true;
        }
        String hash = Hash.hex(now);
        if (now.length == 0 || !hash.equals(replaced.seen)) {
            replaced.seen = hash;
            return now.length == 0 && replaced.isOver();
        }
        byte[] base = replaced.base;
        WriteResult result = writer.rewrite(replaced.file, current -> merged(base, current, now));
        if (result instanceof WriteResult.HeldBack) {
            return false;
        }
        LOG.info("{}: what was written to the file that this one replaced is merged into it", replaced.file);
        replaced.base = now;
        return true;
    }

    private static byte[] merged(byte[] base, byte[] ours, byte[] theirs) {
        try {
            return ExpertiseMerge.merge(base, ours, theirs, (from, our, their) -> Optional.empty())
                    .orElseGet(() -> AddedLines.into(ours, base, theirs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError e) {
            return AddedLines.into(ours, base, theirs); // text that breaks the parser has lines all the same
        }
    }

    private static void close(Replaced replaced) {
        try {
            replaced.old.close();
        } catch (IOException e) {
            LOG.debug("a replaced file did not close", e);
        }
    }
}
