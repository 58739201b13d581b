package dev.expertd.trace.eagle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log lines of one test, bounded: the first and the last are kept, the middle of a long log is not. */
final class EagleLog {
    private static final int FIRST = 100;
    private static final int LAST = 100;
    private static final int LINE = 2_000;

    private static final int LOOK = 400;
    private static final Pattern VERDICT = Pattern.compile("\\s*(PASS|FAIL|SKIP)\\b.*");
    private static final Pattern HEADING = Pattern.compile("\\s*TEST\\s+(\\S{1,80}):\\s*(\\S.*)");

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private String verdict = "";
    private boolean skip;
    private boolean error;

    /** True for a line that only this harness writes: a heading or a verdict. */
    static boolean isLogLine(String text) {
        return text.lines()
                .limit(FIRST)
                .map(EagleLog::start)
                .anyMatch(line ->
                        VERDICT.matcher(line).matches() || HEADING.matcher(line).matches());
    }

    /** Reads the value at hand, a list of texts or one text; texts beyond {@code wanted} are passed over. */
    void read(JsonParser json, int wanted) throws IOException {
        if (wanted > 0 && json.currentToken() == JsonToken.VALUE_STRING) {
            add(json.getText());
        } else if (wanted == 0 || json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
        } else {
            int texts = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    if (texts++ < wanted) {
                        add(json.getText());
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private void add(String text) {
        text.lines().forEach(this::addLine);
    }

    private void addLine(String line) {
        String start = start(line);
        Matcher matcher = VERDICT.matcher(start);
        if (matcher.matches()) {
            verdict = matcher.group(1);
            skip |= verdict.equals("SKIP");
        }
        error |= start.stripLeading().startsWith("ERROR:");
        String cut = line.length() > LINE ? line.substring(0, LINE) : line;
        if (first.size() < FIRST) {
            first.add(cut);
        } else {
            last.add(cut);
            if (last.size() > LAST) {
                last.remove();
            }
        }
    }

    private static String start(String line) {
        return line.length() > LOOK ? line.substring(0, LOOK) : line;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(first);
        lines.addAll(last);
        return lines;
    }

    /** The word of the last line that gives a verdict: PASS, FAIL or SKIP; empty if none does. */
    String verdict() {
        return verdict;
    }

    /** True if it reports an error and no skip: what broke the test was written down as a skip. */
    boolean saysSkip() {
        return skip;
    }

    boolean saysError() {
        return error;
    }

    /** The title behind {@code TEST 6: }; empty if there is none. */
    String title() {
        return first.stream()
                .map(EagleLog::start)
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(heading -> heading.group(2).strip())
                .findFirst()
                .orElse("");
    }
}
