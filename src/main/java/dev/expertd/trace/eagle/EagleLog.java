package dev.expertd.trace.eagle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The log lines of one test, bounded: the first and the last are kept, the middle of a long log is not. */
final class EagleLog {
    private static final int FIRST = 100;
    private static final int LAST = 100;
    private static final int LINE = 2_000;

    private static final int LOOK = 400;
    private static final Pattern VERDICT = Pattern.compile("\\s*(PASS|FAIL|SKIP)\\b.*");
    private static final Pattern HEADING = Pattern.compile("\\s*TEST\\s+(\\S{1,80}):\\s*(\\S.*)");

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>(0);
    private String title = "";
    private String verdict = "";
    private boolean skip;
    private boolean error;

    /** True for a line that only this harness writes: a heading or a verdict. */
    static boolean isLogLine(String text) {
        return text.lines()
                .limit(FIRST)
                .map(EagleLog::start)
                .anyMatch(line -> verdict(line) != null || title(line) != null);
    }

    /** Reads the value at hand up to the title of the test; the rest of the log is passed over. */
    void readTitle(JsonParser json, int within) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            read(json, within);
            return;
        }
        int texts = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                json.skipChildren();
            } else if (texts < within) {
                texts++;
                add(json.getText());
                texts = title().isEmpty() ? texts : within;
            }
        }
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
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            text.lines().forEach(this::addLine);
        } else if (!text.isEmpty()) {
            addLine(text);
        }
    }

    private void addLine(String line) {
        String start = start(line);
        String word = verdict(start);
        if (word != null) {
            verdict = word;
            skip |= word.equals("SKIP");
        }
        error |= start.stripLeading().startsWith("ERROR:");
        String cut = line.length() > LINE ? line.substring(0, LINE) : line;
        if (first.size() < FIRST) {
            title = title.isEmpty() ? Objects.requireNonNullElse(title(start), "") : title;
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
        return title;
    }

    private static @Nullable String verdict(String line) {
        if (!begins(line, "PASS") && !begins(line, "FAIL") && !begins(line, "SKIP")) {
            return null;
        }
        Matcher matcher = VERDICT.matcher(line);
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static @Nullable String title(String line) {
        if (!begins(line, "TEST")) {
            return null;
        }
        Matcher matcher = HEADING.matcher(line);
        return matcher.matches() ? matcher.group(2).strip() : null;
    }

    /** Spares most lines a pattern. White space is what it is to the patterns. */
    private static boolean begins(String line, String word) {
        int start = 0;
        while (start < line.length() && (line.charAt(start) == ' ' || isControl(line.charAt(start)))) {
            start++;
        }
        return line.startsWith(word, start);
    }

    private static boolean isControl(char c) {
        return c >= '\t' && c <= '\r';
    }
}
