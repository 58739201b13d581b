package dev.expertd.trace.tap;

import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Format;
import dev.expertd.trace.format.Peek;
import dev.expertd.trace.input.TraceFile;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;

/**
 * The Test Anything Protocol, versions 12 to 14, as node:test, tape, node-tap, bats, prove and PHPUnit write it.
 *
 * <pre>
 * TAP version 13                       not in version 12
 * 1..4                                 the plan, first or last
 * ok 1 - adds up # time=12.5ms
 * not ok 2 - discounts
 *   ---
 *   message: 'expected 5'
 *   duration_ms: 3.5
 *   ...
 * ok 3 - ships # SKIP no carrier
 * not ok 4 - mails # TODO later        counts as skipped
 *     ok 1 - a point of a subtest      is not counted: the subtest's own point is
 * Bail out! no database
 * </pre>
 *
 * Any other line is noise. A point that the plan has and the trace has not is errored.
 */
public final class Tap implements Format {
    private static final int FIRST_POINTS = 3;

    @Override
    public String name() {
        return "tap";
    }

    /** A version line says it; else a plan and a point do, or points that are counted from one on. */
    @Override
    public boolean matches(Peek peek) {
        List<String> lines = peek.head()
                .lines()
                .map(line -> line.length() > TapLines.LENGTH ? line.substring(0, TapLines.LENGTH) : line)
                .toList();
        boolean plan = false;
        boolean point = false;
        int counted = 0;
        for (String line : lines) {
            if (TapLine.VERSION.matcher(line).matches()) {
                return true;
            }
            Matcher planned = TapLine.PLAN.matcher(line);
            if (planned.matches()) {
                plan = true;
                point |= planned.group(1).equals("0")
                        && TapLine.SKIP.matcher(line).find();
            } else if (TapLine.BAIL_OUT.matcher(line).matches()) {
                point = true;
            } else {
                Matcher met = TapLine.POINT.matcher(line);
                if (met.matches()) {
                    point = true;
                    counted += String.valueOf(counted + 1).equals(met.group(2)) ? 1 : 0;
                }
            }
        }
        return plan && point || counted >= FIRST_POINTS;
    }

    @Override
    public Collected read(TraceFile file) throws IOException {
        Collected into = new Collected(true);
        TapReading reading = new TapReading(into);
        try (TapLines lines = new TapLines(file.text())) {
            for (String line = lines.next(); line != null && !reading.bailedOut(); line = lines.next()) {
                reading.line(line);
            }
        }
        reading.ends();
        return into;
    }
}
