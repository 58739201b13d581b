package dev.expertd.draft.message;

import dev.expertd.model.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a message that says of each part what it is: "Problem: ... Cause: ... Fix: ...", or in chapters of these names. */
final class Labelled {
    private static final double SCORE = 4;
    private static final double OF_A_FAILURE = 1;
    private static final int LONGEST = 400;

    private enum Label {
        SYMPTOM("problem|issue|symptoms?|bug|what happened|actual(?: behaviou?r)?"),
        CAUSE("(?:root )?causes?|reason|why(?: it (?:happened|failed|broke))?|analysis|diagnosis"),
        FIX("(?:the )?fix(?:ed)?|solution|resolution|remedy");

        private final Pattern line;
        private final Pattern name;

        Label(String names) {
            line = Pattern.compile("(?i)^(?:\\*\\*)?(?:" + names + ")(?:\\*\\*)?:(?:\\*\\*)?\\s+(?=\\S)");
            name = Pattern.compile("(?i)^(?:\\W*)(?:" + names + ")\\W*$");
        }
    }

    private Labelled() {}

    /** Whether a line opens a part of its own. */
    static boolean opens(String line) {
        for (Label label : Label.values()) {
            if (label.line.matcher(line).find()) {
                return true;
            }
        }
        return false;
    }

    /** What the parts say together; empty unless the cause and one of the others are named as such. */
    static Optional<Finding> read(List<Unit> units) {
        Map<Label, String> parts = new EnumMap<>(Label.class);
        for (Unit unit : units) {
            for (Label label : Label.values()) {
                Matcher line = label.line.matcher(unit.text());
                boolean chapter = label.name.matcher(unit.chapter()).matches()
                        && !unit.text().startsWith("#");
                if (line.find()) {
                    parts.putIfAbsent(label, unit.text().substring(line.end()));
                } else if (chapter) {
                    parts.putIfAbsent(label, unit.text());
                }
            }
        }
        String symptom = sentence(parts.getOrDefault(Label.SYMPTOM, ""));
        String cause = sentence(parts.getOrDefault(Label.CAUSE, ""));
        String fix = sentence(parts.getOrDefault(Label.FIX, ""));
        if (cause.isEmpty() || symptom.isEmpty() && fix.isEmpty() || Wording.hedges(cause)) {
            return Optional.empty();
        }
        String statement =
                symptom.isEmpty() ? Prose.capital(cause) : Prose.capital(symptom) + ": " + Prose.small(cause);
        return Optional.of(new Finding(
                Section.COMMON_ISSUES,
                statement,
                Imperative.of(fix).orElse(fix),
                SCORE + (Wording.fails(statement) ? OF_A_FAILURE : 0)));
    }

    private static String sentence(String text) {
        String first = text.isEmpty() ? "" : Prose.trimmed(Sentences.of(text).get(0));
        return first.length() > LONGEST ? "" : first;
    }
}
