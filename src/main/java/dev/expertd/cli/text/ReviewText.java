package dev.expertd.cli.text;

import dev.expertd.model.Commit;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.upkeep.EvidenceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What waits for review as it is printed. */
public final class ReviewText {
    private static final int COMMITS = 5;

    private ReviewText() {}

    public static List<String> lines(Learning line, EvidenceView evidence) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s  %s, %s, score %.1f, from a %s",
                line.id(),
                line.expert(),
                line.section().heading(),
                line.score(),
                line.origin().name().toLowerCase(Locale.ROOT)));
        lines.add("  - " + line.text());
        lines.add("  " + (line.state() == LearningState.DISPLACED ? "put aside: " : "held: ") + line.reason());
        evidence.commits().stream().limit(COMMITS).forEach(commit -> lines.add("  commit: " + inWords(commit)));
        evidence.tests().stream().limit(COMMITS).forEach(test -> lines.add("  test: " + test));
        evidence.files().stream().limit(COMMITS).forEach(file -> lines.add("  file: " + file));
        return lines;
    }

    private static String inWords(EvidenceView.CommitView commit) {
        return Commit.shortId(commit.id())
                + commit.authored()
                        .map(day -> " " + day + " " + commit.subject())
                        .orElse(" (git has removed it)");
    }

    /** A line by what tells it from others; more may be put behind. */
    public static Map<String, Object> json(Learning line) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", line.id());
        object.put("state", line.state().word());
        object.put("expert", line.expert());
        object.put("file", line.file());
        object.put("section", line.section().heading());
        object.put("text", line.text().text());
        return object;
    }

    public static Map<String, Object> json(Learning line, EvidenceView evidence) {
        Map<String, Object> object = json(line);
        object.put("score", line.score());
        object.put("reason", line.reason().text());
        object.put("origin", line.origin().name().toLowerCase(Locale.ROOT));
        object.put("act", line.act());
        object.put("commits", evidence.commits().stream().map(ReviewText::json).toList());
        object.put("tests", evidence.tests());
        object.put("files", evidence.files());
        return object;
    }

    private static Map<String, Object> json(EvidenceView.CommitView commit) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", commit.id());
        object.put("date", commit.authored().map(Object::toString).orElse(null));
        object.put("subject", commit.subject().text());
        return object;
    }

    /** One of several that somebody may have meant. */
    public static String inOneLine(Learning line) {
        return line.id() + " " + line.state().word() + " " + line.expert() + ": " + line.text();
    }

    /** How many wait, and the command that decides; for whoever tells of other things. */
    public static String count(int waiting) {
        return waiting + (waiting == 1 ? " draft waits" : " drafts wait") + " for review; `expertd review` decides";
    }
}
