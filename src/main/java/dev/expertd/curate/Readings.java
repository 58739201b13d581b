package dev.expertd.curate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Lines that were taken apart before: the same bullets are compared with every draft. */
public final class Readings {
    private static final int KEPT = 5_000;

    private final Map<String, Lesson> lessons = latest();
    private final Map<String, Claim> claims = latest();

    Lesson lesson(String line) {
        return read(lessons, line, Lesson::of);
    }

    Claim claim(String line) {
        return read(claims, line, Claim::of);
    }

    private static <T> T read(Map<String, T> known, String line, Function<String, T> reader) {
        synchronized (known) {
            return known.computeIfAbsent(line, reader);
        }
    }

    private static <T> Map<String, T> latest() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > KEPT;
            }
        };
    }
}
