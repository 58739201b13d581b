package dev.expertd.learn;

import dev.expertd.git.GitReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of history is looked at, oldest first. */
public final class HistoryRange {
    private static final int LIMIT = 100_000;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2})?)");
    private static final Pattern AGO =
            Pattern.compile("(\\d{1,4})[ .](day|week|month|year)s?(?:[ .]ago)?", Pattern.CASE_INSENSITIVE);

    private final String after;
    private final Optional<Instant> from;

    private HistoryRange(String after, Optional<Instant> from) {
        this.after = after;
        this.from = from;
    }

    /** All that HEAD can reach. */
    public static HistoryRange all() {
        return new HistoryRange("", Optional.empty());
    }

    /** What was committed then or later. */
    public static HistoryRange since(Instant from) {
        return new HistoryRange("", Optional.of(from));
    }

    /**
     * What a person means: the commits after a revision, or from a day on ({@code 2026-01-31}, {@code 90 days ago}).
     *
     * @throws LearnException if it is neither
     */
    public static HistoryRange since(String words, GitReader git, Instant now, ZoneId zone) {
        Optional<Instant> day = day(words.strip(), now, zone);
        if (day.isPresent()) {
            return since(day.get());
        }
        return new HistoryRange(
                git.resolve(words)
                        .filter(git::has)
                        .orElseThrow(() -> new LearnException("`" + words + "` is no revision and no date; write it as"
                                + " git does, as 2026-01-31, or as `90 days ago`")),
                Optional.empty());
    }

    private static Optional<Instant> day(String words, Instant now, ZoneId zone) {
        try {
            Matcher time = TIME.matcher(words);
            Matcher ago = AGO.matcher(words);
            if (DATE.matcher(words).matches()) {
                return Optional.of(LocalDate.parse(words).atStartOfDay(zone).toInstant());
            }
            if (time.matches()) {
                return Optional.of(LocalDateTime.parse(time.group(1) + "T" + time.group(2))
                        .atZone(zone)
                        .toInstant());
            }
            return ago.matches()
                    ? Optional.of(now.atZone(zone).minus(period(ago)).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            throw new LearnException("there is no day `" + words + "`", e);
        }
    }

    private static Period period(Matcher ago) {
        int count = Integer.parseInt(ago.group(1));
        return switch (ago.group(2).toLowerCase(Locale.ROOT)) {
            case "day" -> Period.ofDays(count);
            case "week" -> Period.ofWeeks(count);
            case "month" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
    }

    /** The ids, parents first; of very many, the newest. */
    List<String> commits(GitReader git) {
        Optional<String> head = git.head();
        if (head.isEmpty()) {
            return List.of();
        }
        List<String> ids = git.reachable(List.of(head.get()), after.isEmpty() ? List.of() : List.of(after), LIMIT);
        return from.isEmpty()
                ? ids
                : ids.stream()
                        .filter(id -> git.committed(id)
                                .filter(at -> !at.isBefore(from.get()))
                                .isPresent())
                        .toList();
    }
}
