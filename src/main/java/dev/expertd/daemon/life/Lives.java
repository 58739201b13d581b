package dev.expertd.daemon.life;

import dev.expertd.daemon.life.Life.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The last lives of the daemon, oldest first, and what follows from them. One line for each; what is no line of ours is
 * passed over:
 *
 * <pre>{@code
 * 2026-01-05T10:00:00Z 4711 service 0 CLEAN 2026-01-05T17:30:00Z
 * 2026-01-06T08:00:00Z 812 service 0 FAILED 2026-01-06T08:00:01Z Java crashed: SIGSEGV (0xb), C  [libz.so+0x5f14]
 * }</pre>
 *
 * <p>What is a crash: an end that Java caused, whoever had started it. A process that was killed leaves no word, be it
 * by a person or because memory ran out. That is a crash only if a service manager had started it, and within its first
 * ten seconds: there nobody else starts it again, and no person kills it that often.
 */
record Lives(List<Life> all) {
    /** So many are kept. */
    static final int KEPT = 20;

    /** From so many crashes in a row on it is slowed down. */
    static final int LOOP = 3;

    /** Whoever ran that long is not one of a row of crashes any more. */
    static final Duration LONG = Duration.ofMinutes(10);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final String NO_WORD = "it was killed, or memory ran out: it left no word";

    Lives {
        all = List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    static Lives read(Stream<String> lines) {
        return new Lives(lines.map(Life::read).flatMap(Optional::stream).toList());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        all.forEach(life -> text.append(life.line()).append('\n'));
        return text.toString();
    }

    Optional<Life> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    Lives with(Life next) {
        List<Life> more = new ArrayList<>(all);
        more.add(next);
        return new Lives(more);
    }

    /** The same with the newest life of that process changed; unchanged if it is over or there is none. */
    Lives changed(long pid, Function<Life, Life> change) {
        Optional<Life> last = last().filter(life -> life.pid() == pid && !life.isOver());
        return last.isEmpty() ? this : new Lives(all.subList(0, all.size() - 1)).with(change.apply(last.get()));
    }

    /**
     * The same, now that the process of the newest life is gone.
     *
     * @param crash what Java left of that process
     */
    Lives closed(Instant now, Optional<JavaCrash> crash) {
        Optional<Life> last = last();
        if (last.isEmpty() || last.get().isOver()) {
            return this;
        }
        return changed(
                last.get().pid(),
                life -> crash.filter(found -> !found.when().isBefore(life.began()))
                        .map(found -> life.as(End.FAILED, found.when(), found.words()))
                        .orElseGet(() -> life.byService() && life.end() == End.OPEN
                                ? life.as(End.FAILED, now, NO_WORD)
                                : life.as(End.KILLED, now, "")));
    }

    /** How long whoever starts next is to wait. */
    Duration toWait() {
        int crashes = row().size();
        if (crashes < LOOP) {
            return Duration.ZERO;
        }
        int doublings = Math.min(crashes - LOOP, KEPT);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** The crashes in a row up to now; empty if there were too few, or if it has run well since. */
    Optional<CrashLoop> loop(Instant now) {
        List<Life> row = row();
        Optional<Life> living = last().filter(life -> !life.isOver());
        boolean well =
                living.filter(life -> now.isAfter(life.active().plus(LONG))).isPresent();
        if (row.size() < LOOP || well) {
            return Optional.empty();
        }
        Optional<Instant> waits = living.map(Life::active).filter(now::isBefore);
        return Optional.of(new CrashLoop(
                row.size(), row.get(0).began(), row.get(row.size() - 1).reason(), waits));
    }

    /** The newest lives that crashed one after the other, oldest first, without the one that lives. */
    private List<Life> row() {
        List<Life> row = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Life life = all.get(i);
            if (!life.isOver() && i == all.size() - 1) {
                continue;
            }
            if (life.end() != End.FAILED) {
                break;
            }
            row.add(0, life);
            if (life.until().isAfter(life.active().plus(LONG))) {
                break; // it ran well before it crashed: the first of a row
            }
        }
        return row;
    }
}
