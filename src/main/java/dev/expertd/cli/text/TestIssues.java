package dev.expertd.cli.text;

import dev.expertd.judge.IssueLine;
import dev.expertd.learn.TestIssue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Objects of {@code tests --json}. */
public final class TestIssues {
    private TestIssues() {}

    public static Map<String, Object> json(TestIssue issue) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (issue instanceof TestIssue.Failing failing) {
            failing(object, failing);
        } else if (issue instanceof TestIssue.Unsteady unsteady) {
            object.put("state", unsteady.health().name().toLowerCase(Locale.ROOT));
            object.put("bad", unsteady.bad());
            object.put("executed", unsteady.executed());
        } else if (issue instanceof TestIssue.Silenced silenced) {
            object.put("state", silenced.condition().name().toLowerCase(Locale.ROOT));
            object.put("headline", silenced.headline());
            object.put("since", silenced.since());
        } else if (issue instanceof TestIssue.Repaired repaired) {
            object.put("state", "fixed");
            object.put("headline", repaired.headline());
            object.put("commits", repaired.commits());
        }
        object.put("tests", issue.tests().stream().map(IssueLine::name).toList());
        object.put("line", issue.line());
        return object;
    }

    private static void failing(Map<String, Object> object, TestIssue.Failing failing) {
        object.put("state", "failing");
        object.put("condition", failing.condition().name());
        object.put("headline", failing.headline());
        object.put("kind", failing.kind());
        object.put("fingerprint", failing.fingerprint());
        object.put("place", failing.place().isEmpty() ? null : failing.place());
        object.put("since", failing.since().isEmpty() ? null : failing.since());
        object.put("commits", failing.commits());
        object.put("suspected", failing.suspected());
        object.put("runs", failing.runs());
    }
}
