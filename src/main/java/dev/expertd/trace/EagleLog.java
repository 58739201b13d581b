package dev.expertd.trace;

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
    private static final int FIRST = 60;
    private static final int LAST = 120;
    private static final int LINE = 2_000;
    private static final Pattern VERDICT = Pattern.compile("^\\s*(PASS|FAIL|SKIP)\\b");
    private static final Pattern HEADING = Pattern.compile("^\\s*TEST\\s+(\\S{1,40}):\\s*(\\S.{0,300})$");

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();

    /** Reads the value at hand: a list of texts, or one text. {@code headOnly} leaves the lines of a passing test. */
    void read(JsonParser json, boolean headOnly) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            add(json.getText());
            return;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.VALUE_STRING && (!headOnly || first.size() < 4)) {
                add(json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    private void add(String text) {
        text.lines().forEach(line -> {
            String cut = line.length() > LINE ? line.substring(0, LINE) : line;
            if (first.size() < FIRST) {
                first.add(cut);
            } else {
                last.add(cut);
                if (last.size() > LAST) {
                    last.remove();
                }
            }
        });
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(first);
        lines.addAll(last);
        return lines;
    }

    /** The word of the last line that gives a verdict: PASS, FAIL or SKIP; empty if none does. */
    String verdict() {
        String found = "";
        for (String line : lines()) {
            Matcher matcher = VERDICT.matcher(line);
            if (matcher.find()) {
                found = matcher.group(1);
            }
        }
        return found;
    }

    /** The title behind {@code TEST 6: }; empty if there is none. */
    String title() {
        for (String line : first) {
            Matcher matcher = HEADING.matcher(line);
            if (matcher.matches()) {
                return matcher.group(2).strip();
            }
        }
        return "";
    }

    boolean has(String start) {
        return lines().stream().anyMatch(line -> line.stripLeading().startsWith(start));
    }
}
