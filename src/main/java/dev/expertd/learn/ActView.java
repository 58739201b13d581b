package dev.expertd.learn;

import dev.expertd.journal.Journal;
import dev.expertd.model.Act;
import dev.expertd.model.Learning;
import dev.expertd.model.Origin;
import dev.expertd.model.Refusal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an act together with what was learned from it and what was refused. */
public final class ActView {
    private ActView() {}

    /** {@code credited} is the commit credited or blamed; if empty, what the act's learnings say. */
    public static JudgedAct of(Journal journal, Act act, String credited) {
        List<Learning> learnings = journal.learnings().ofAct(act.repository(), act.id());
        List<Refusal> refusals = journal.acts().refusals(act.repository(), act.id()).stream()
                .map(entry ->
                        new Refusal(entry.getKey().text(), entry.getValue().text()))
                .toList();
        return new JudgedAct(
                act,
                credited.isEmpty() ? credited(act, learnings) : credited,
                learnings,
                refusals,
                journal.verdicts().delta(act.repository(), deciding(journal, act)));
    }

    /** The runs that decided the act's outcome: the last of each source. */
    private static Collection<String> deciding(Journal journal, Act act) {
        Map<String, String> lastOfSource = new LinkedHashMap<>();
        act.runs().stream()
                .flatMap(id -> journal.runs().find(act.repository(), id).stream())
                .forEach(run -> lastOfSource.put(run.source(), run.id()));
        return lastOfSource.values();
    }

    private static String credited(Act act, List<Learning> learnings) {
        return learnings.stream()
                .filter(learning -> learning.origin() == Origin.FIX || learning.origin() == Origin.REGRESSION)
                .flatMap(learning -> learning.evidence().commits().stream().limit(1))
                .findFirst()
                .orElse(act.commit());
    }
}
