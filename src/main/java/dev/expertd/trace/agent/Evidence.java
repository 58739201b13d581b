package dev.expertd.trace.agent;

import dev.expertd.model.Failure;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Occurrences;
import dev.expertd.trace.format.TestId;
import org.jspecify.annotations.Nullable;

/** What an agent did, step by step. That a step went wrong says nothing of the code under test: no outcome follows. */
final class Evidence {
    /** Steps that must be remembered by their id to be counted once; more than any agent takes. */
    static final int STEPS = 50_000;

    private final Collected into;
    private final String family;
    private final Occurrences names = new Occurrences();

    Evidence(Collected into, String family) {
        this.into = into;
        this.family = family;
        into.signal(Signal.EVIDENCE_ONLY);
    }

    /** Adds a step; its kind, such as a tool or a generation, is shown as its suite. */
    void add(String kind, String name, Status status, long millis, @Nullable Failure failure) {
        String id = TestId.of(family, kind, names.numbered(name));
        into.add(new TestCase(id, name, kind, ""), status, false, millis, failure);
    }
}
