package dev.expertd.cli.text;

import dev.expertd.learn.JudgedAct;
import dev.expertd.model.Act;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.upkeep.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Acts as they are printed. */
public final class Acts {
    private Acts() {}

    /** The object of {@code learn --json} and {@code log --json}. */
    public static Map<String, Object> json(JudgedAct judged) {
        return json(judged, Acts::learning);
    }

    /** The same, with what is told of each line that stands. */
    public static Map<String, Object> json(JudgedAct judged, Function<Learning, Map<String, Object>> told) {
        Act act = judged.act();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("act", act.id());
        object.put("outcome", act.outcome().value().word());
        object.put("rule", act.outcome().rule());
        object.put("delta", judged.delta().counts());
        object.put("confidence", act.outcome().confidence());
        object.put(
                "signals",
                act.outcome().signals().stream().map(Enum::name).sorted().toList());
        object.put(
                "commit",
                judged.credited().isEmpty() ? (act.commit().isEmpty() ? null : act.commit()) : judged.credited());
        object.put("commits", act.commits());
        object.put("runs", act.runs());
        object.put("component", act.component().text());
        object.put("experts", judged.experts());
        object.put(
                "learnings",
                Stream.concat(judged.in(LearningState.DONE).stream(), judged.in(LearningState.INTENDED).stream())
                        .map(told)
                        .toList());
        List<Map<String, Object>> dropped = new ArrayList<>();
        judged.in(LearningState.DROPPED)
                .forEach(learning -> dropped.add(
                        reasoned(learning.text().text(), learning.reason().text())));
        judged.refusals().stream()
                .filter(refusal -> !refusal.isOtherExperts())
                .forEach(refusal -> dropped.add(reasoned(refusal.subject(), refusal.reason())));
        object.put("dropped", dropped);
        object.put(
                "held",
                judged.waiting().stream()
                        .map(learning -> {
                            Map<String, Object> held = reasoned(
                                    learning.text().text(), learning.reason().text());
                            held.put("id", learning.id());
                            return held;
                        })
                        .toList());
        return object;
    }

    /** One line for the log, one for the rule that decided, and one for each learning below it. */
    public static List<String> lines(JudgedAct judged) {
        return lines(judged, learning -> learning.reason().text());
    }

    /** The same, with what is remarked on each learning. */
    public static List<String> lines(JudgedAct judged, Function<Learning, String> remark) {
        Act act = judged.act();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-12s %-8s %-20s %s",
                act.id(),
                act.outcome().value().word(),
                act.component().text().isEmpty() ? "-" : act.component(),
                act.title()));
        lines.add("    by " + act.outcome().reason()
                + (judged.delta().words().isEmpty() ? "" : "; " + judged.delta().words()));
        for (LearningState state : LearningState.values()) {
            String mark = mark(state);
            if (!mark.isEmpty()) {
                judged.in(state)
                        .forEach(learning -> lines.add("    " + mark + " " + learning.id() + " " + learning.text()
                                + bracketed(remark.apply(learning))));
            }
        }
        return lines;
    }

    private static String bracketed(String remark) {
        return remark.isEmpty() ? "" : " [" + remark + "]";
    }

    /** As {@code expertd log --help} explains it; empty for what is not told there. */
    private static String mark(LearningState state) {
        return switch (state) {
            case DONE -> "+";
            case INTENDED, LEAVING -> "\u2026";
            case HELD, REVIEW -> "?";
            case EDITED -> "*";
            case DISPLACED -> "~";
            case REJECTED -> "-";
            case SUPERSEDED, DROPPED -> "";
        };
    }

    /** How a lesson fared, as it stands in JSON. */
    public static Map<String, Object> fared(Tally tally) {
        Map<String, Object> fared = new LinkedHashMap<>();
        fared.put("times", tally.times());
        fared.put("contradicted", tally.contradicted());
        fared.put("gone", tally.gone());
        return fared;
    }

    public static Map<String, Object> learning(Learning learning) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", learning.id());
        object.put("section", learning.section().heading());
        object.put("text", learning.text().text());
        object.put("file", learning.file());
        return object;
    }

    private static Map<String, Object> reasoned(String text, String reason) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", text);
        object.put("reason", reason);
        return object;
    }
}
