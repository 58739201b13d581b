package dev.expertd.cli.text;

import dev.expertd.cli.house.House;
import dev.expertd.daemon.life.CrashLoop;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A daemon that crashes again and again, as it is told. */
public final class CrashText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final House house;

    public CrashText(House house) {
        this.house = house;
    }

    public Optional<CrashLoop> loop(boolean running) {
        return house.lives().loop(running);
    }

    /** One line: since when, how often, why, and what helps; empty if all is well. */
    public Optional<String> line(boolean running) {
        return loop(running)
                .map(loop -> "crashes: " + loop.times() + " in a row since " + time(loop.since())
                        + ", last: " + (loop.reason().isEmpty() ? "no reason was given" : loop.reason())
                        + loop.waitsUntil()
                                .map(until ->
                                        "; the daemon waits until " + time(until) + " before it looks at anything")
                                .orElse("")
                        + "; " + house.places().log() + " may tell more, `expertd daemon restart` starts it at once");
    }

    public static Map<String, Object> json(CrashLoop loop) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("times", loop.times());
        json.put("since", loop.since().toString());
        json.put("reason", loop.reason());
        json.put("waits_until", loop.waitsUntil().map(Instant::toString).orElse(null));
        return json;
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(house.clock().getZone()));
    }
}
