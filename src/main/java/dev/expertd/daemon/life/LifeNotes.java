package dev.expertd.daemon.life;

import dev.expertd.daemon.life.Life.End;
import dev.expertd.io.DurableFile;
import dev.expertd.io.Places;
import dev.expertd.redact.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lives of the daemon in a file of the state folder. Only who holds the daemon's lock writes; whatever is wrong
 * with the file never keeps the daemon from running.
 */
public final class LifeNotes {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");
    private static final int LONGEST_REASON = 300;
    private static final int LARGEST = 1 << 16;

    private final Path file;
    private final Path folder;
    private final Clock clock;
    private final long pid = ProcessHandle.current().pid();

    public LifeNotes(Places places, Clock clock) {
        this.file = places.daemonLives();
        this.folder = places.state();
        this.clock = clock;
    }

    /**
     * Notes that this process is the daemon from now on.
     *
     * @param byService whether a service manager started it
     * @return how long it is to wait before it does anything
     */
    public synchronized Duration begin(boolean byService) {
        Lives before = over(read());
        Duration wait = before.toWait();
        write(before.with(Life.begun(clock.instant(), pid, byService, wait)));
        try {
            JavaCrash.prune(folder);
        } catch (IOException e) {
            LOG.warn("old crash reports in {} cannot be removed: {}", folder, e.getMessage());
        }
        return wait;
    }

    /** Notes that this process has run for a while. */
    public synchronized void settled() {
        write(read().changed(pid, life -> life.end() == End.OPEN ? life.as(End.SETTLED, life.began(), "") : life));
    }

    /** Notes that this process ends because it was told to; does nothing if it had failed before. */
    public synchronized void stopped() {
        write(read().changed(pid, life -> life.as(End.CLEAN, clock.instant(), "")));
    }

    /** Notes that this process ends because of an error. */
    public synchronized void failed(Throwable error) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        String reason = new Redactor()
                .redact(message.lines().findFirst().orElse(""))
                .text()
                .replaceAll("\\s+", " ");
        String bounded = reason.length() > LONGEST_REASON
                ? reason.substring(0, LONGEST_REASON).strip() + " ..."
                : reason;
        write(read().changed(pid, life -> life.as(End.FAILED, clock.instant(), bounded)));
    }

    /** Forgets all lives, so that the next one waits for nothing. */
    public synchronized void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Whether the daemon crashes again and again.
     *
     * @param running whether one runs now
     */
    public synchronized Optional<CrashLoop> loop(boolean running) {
        Lives lives = read();
        return (running ? lives : over(lives)).loop(clock.instant());
    }

    /** Why the newest one that ended had failed; empty if it had not. */
    public synchronized Optional<String> lastFailure() {
        List<Life> ended = read().all().stream().filter(Life::isOver).toList();
        return ended.isEmpty()
                ? Optional.empty()
                : Optional.of(ended.get(ended.size() - 1))
                        .filter(life -> life.end() == End.FAILED)
                        .map(Life::reason);
    }

    private Lives over(Lives lives) {
        return lives.closed(clock.instant(), lives.last().flatMap(life -> JavaCrash.of(folder, life.pid())));
    }

    private Lives read() {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Lives.read(Stream.empty());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Lives.read(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, e.getMessage());
            return Lives.read(Stream.empty());
        }
    }

    /**
     * Not forced onto the disk, since what a power cut takes is no crash; and with one name for the new content, so that
     * killed writers leave nothing that grows.
     */
    private void write(Lives lives) {
        if (lives.equals(read())) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            DurableFile.makePrivate(fresh);
            Files.writeString(fresh, lives.text());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", file, e.getMessage());
        }
    }
}
