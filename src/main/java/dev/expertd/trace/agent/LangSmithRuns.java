package dev.expertd.trace.agent;

import dev.expertd.trace.format.Collected;
import java.util.LinkedHashMap;
import java.util.Map;

/** The runs of one trace; what is told of one run in several places is put together. */
final class LangSmithRuns {
    private final Map<String, LangSmithRun> byKey = new LinkedHashMap<>();
    private final Collected into;

    LangSmithRuns(Collected into) {
        this.into = into;
    }

    /** Adds what was read; the body around the runs is none itself. */
    void add(LangSmithRun run) {
        if (!run.isOne()) {
            return;
        }
        String key = run.key().isEmpty() ? nameless() : run.key();
        LangSmithRun known = byKey.get(key);
        if (known != null) {
            known.merge(run);
        } else if (byKey.size() < Evidence.STEPS) {
            byKey.put(key, run);
        } else {
            into.incomplete("it holds more than " + Evidence.STEPS + " runs");
        }
    }

    /** Where there is only one run, what names none is of that one. */
    private String nameless() {
        return byKey.size() == 1 ? byKey.keySet().iterator().next() : "#" + byKey.size();
    }

    void close(Evidence evidence) {
        byKey.values().forEach(run -> run.tell(into, evidence));
    }
}
