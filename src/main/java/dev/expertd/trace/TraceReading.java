package dev.expertd.trace;

import dev.expertd.model.Run;
import java.util.Optional;

/** What came of reading a trace. */
public sealed interface TraceReading {
    /**
     * The trace was read whole.
     *
     * @param mayGoOn it has no end by which one could tell that nothing more comes
     */
    record Complete(Run run, boolean mayGoOn) implements TraceReading {}

    /** The trace is cut off: what was complete counts. It may still be growing. */
    record Incomplete(Run run, String reason) implements TraceReading {}

    /** No run can be made of it. */
    record Unreadable(String reason) implements TraceReading {}

    /** The run, if there is one. */
    default Optional<Run> toRun() {
        if (this instanceof Complete complete) {
            return Optional.of(complete.run());
        }
        return this instanceof Incomplete incomplete ? Optional.of(incomplete.run()) : Optional.empty();
    }
}
