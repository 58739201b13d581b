package dev.expertd.learn;

import dev.expertd.model.LearningState;
import dev.expertd.model.Refusal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What looking at history gave.
 *
 * @param commits so many lie in the range
 * @param known so many of them were judged before
 * @param queued so many drafts wait for review now that did not before
 * @param refused how often each reason was given, the most frequent first
 */
public record BackfillResult(int commits, int known, int queued, Map<String, Integer> refused) {
    public BackfillResult {
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }

    /** Counts as it goes. */
    static final class Count {
        private final Map<String, Integer> refused = new TreeMap<>();
        private int known;
        private int queued;

        void known() {
            known++;
        }

        int queued() {
            return queued;
        }

        void judged(HistoryJudging.Judged judged) {
            if (judged.decisions().isEmpty()) {
                refused(judged.seen().reason());
                return;
            }
            judged.learnings().forEach(learning -> {
                if (learning.state() == LearningState.DROPPED) {
                    refused(learning.reason().text());
                } else {
                    queued++;
                }
            });
            for (Refusal refusal : judged.decisions().get().refusals()) {
                if (!refusal.isOtherExperts()) {
                    refused(refusal.reason());
                }
            }
        }

        /** Reasons that differ only in what they quote are one. */
        private void refused(String reason) {
            String kind = reason.replaceAll("`[^`]{0,300}`", "`…`").replaceFirst("^([^:]{12,}): .*$", "$1");
            refused.merge(
                    kind.replaceFirst("have \\d+ characters", "have too few or too many characters"), 1, Integer::sum);
        }

        BackfillResult of(int commits) {
            Map<String, Integer> ranked = new LinkedHashMap<>();
            refused.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(entry -> ranked.put(entry.getKey(), entry.getValue()));
            return new BackfillResult(commits, known, queued, ranked);
        }
    }
}
