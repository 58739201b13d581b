package dev.expertd.daemon.life;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

/**
 * One start of the daemon and, once it is known, its end.
 *
 * @param byService whether a service manager started it, and so will start the next
 * @param waited how long it waited, because of the crashes before it, until it did anything
 * @param until when it ended; when it began, as long as that is not known
 * @param reason why it failed; empty if it did not
 */
record Life(Instant began, long pid, boolean byService, Duration waited, End end, Instant until, String reason) {
    /** How a life ended, as far as anybody knows. */
    enum End {
        /** It began, and nothing more was heard of it. */
        OPEN,
        /** It ran longer than what is broken from the start ever does; nothing more was heard of it. */
        SETTLED,
        /** It was told to stop, and did. */
        CLEAN,
        /** It was killed from outside. */
        KILLED,
        /** It crashed. */
        FAILED
    }

    private static final int FIELDS = 7;

    Life {
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(until, "until");
        if (waited.isNegative()) {
            throw new IllegalArgumentException("nobody waits " + waited);
        }
        reason = reason.strip();
    }

    static Life begun(Instant now, long pid, boolean byService, Duration wait) {
        return new Life(now, pid, byService, wait, End.OPEN, now, "");
    }

    boolean isOver() {
        return end != End.OPEN && end != End.SETTLED;
    }

    Life as(End how, Instant when, String why) {
        return new Life(began, pid, byService, waited, how, when, why);
    }

    /** When it began to do something. */
    Instant active() {
        return began.plus(waited);
    }

    /** One line without its end: the fields apart from each other by a blank, the reason last. */
    String line() {
        return String.join(
                " ",
                began.toString(),
                Long.toString(pid),
                byService ? "service" : "hand",
                Long.toString(waited.toSeconds()),
                end.name(),
                until.toString(),
                reason);
    }

    /** Reads a line; empty if it is none of ours. */
    static Optional<Life> read(String line) {
        String[] fields = line.split(" ", FIELDS);
        try {
            return fields.length < FIELDS
                    ? Optional.empty()
                    : Optional.of(new Life(
                            Instant.parse(fields[0]),
                            Long.parseLong(fields[1]),
                            fields[2].equals("service"),
                            Duration.ofSeconds(Long.parseLong(fields[3])),
                            End.valueOf(fields[4]),
                            Instant.parse(fields[5]),
                            fields[6]));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
