package dev.expertd.trace.format;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times and durations that test runners write. */
public final class Times {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("0,[0-9]{1,12}|[0-9]{1,9},(?:[0-9]{1,2}|[0-9]{4,12})");

    /** Seconds since 1970, in 1973; a run is no older, and as milliseconds a run of our days has more digits. */
    private static final double EARLIEST = 1e8;

    private static final double SECONDS_BELOW = 1e11;
    private static final double LATEST = 1e13;

    private Times() {}

    /** The instant so many milliseconds after 1970, or seconds if only these make a likely time; null if neither do. */
    public static @Nullable Instant ofEpoch(double since) {
        double millis = since < SECONDS_BELOW ? since * 1000 : since;
        return since >= EARLIEST && millis < LATEST ? Instant.ofEpochMilli(Math.round(millis)) : null;
    }

    /** The instant, taking a time without a zone as UTC; null if it is none. */
    public static @Nullable Instant parse(String text) {
        if (text.length() < 16 || text.length() > 64) {
            return null;
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException withoutZone) {
            try {
                return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    /**
     * Milliseconds of a duration in seconds; -1 for what is none. A comma before exactly three digits divides thousands,
     * as Surefire writes it, any other one is a decimal point, as some locales do.
     */
    public static long millis(String seconds) {
        if (seconds.isEmpty()) {
            return -1;
        }
        String plain = seconds.indexOf(',') < 0
                ? seconds
                : DECIMAL_COMMA.matcher(seconds).matches() ? seconds.replace(',', '.') : seconds.replace(",", "");
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "0" : plain.substring(point + 1);
        boolean sound = areDigits(whole, 9) && areDigits(fraction, 12);
        return sound ? Long.parseLong(whole) * 1000 + thousandths(fraction) : -1;
    }

    /** The first three decimals, rounded by the fourth. */
    private static long thousandths(String fraction) {
        String four = (fraction + "0000").substring(0, 4);
        return (Long.parseLong(four) + 5) / 10;
    }

    private static boolean areDigits(String text, int atMost) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= atMost;
    }
}
