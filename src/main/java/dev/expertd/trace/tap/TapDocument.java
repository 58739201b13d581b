package dev.expertd.trace.tap;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Occurrences;
import dev.expertd.trace.format.TestId;
import dev.expertd.trace.format.TestName;
import java.util.BitSet;

/** The points of one document and its plan; a file may hold several documents, one behind the other. */
final class TapDocument {
    private static final String FAMILY = "tap";
    private static final int NUMBERS = 10_000_000;

    private final Collected into;
    private final Occurrences names;
    private final BitSet numbers = new BitSet();
    private int planned = -1;
    private int points;
    private int last;

    TapDocument(Collected into, Occurrences names) {
        this.into = into;
        this.names = names;
    }

    boolean isEmpty() {
        return points == 0 && planned < 0;
    }

    boolean hasPlan() {
        return planned >= 0;
    }

    boolean isDone() {
        return planned >= 0 && points >= planned;
    }

    void plan(int count) {
        planned = count;
    }

    /** A point, with the title that stood above it. One that has the number of an earlier one stands there twice. */
    void add(TapPoint point, String title, TapDiagnosis diagnosis) {
        points++;
        last = point.number() < 0 ? last + 1 : point.number();
        boolean twice = last < NUMBERS && numbers.get(last);
        if (last < NUMBERS) {
            numbers.set(last);
        }
        Failure failure = point.status().isRed() ? into.bounded(diagnosis.failure()) : null;
        long millis = point.millis() < 0 ? diagnosis.millis() : point.millis();
        into.add(test(point.name(), title, diagnosis.file(), twice), point.status(), false, millis, failure);
    }

    private TestCase test(String name, String title, String told, boolean twice) {
        TestName parts = TestName.of(name.isEmpty() ? "Test " + last : TestName.bounded(name));
        String suite = parts.suite().isEmpty() && !title.equals(name) ? title : parts.suite();
        String owner = parts.file() + "\n" + suite;
        String id = twice ? TestId.of(FAMILY, owner, parts.name()) : names.id(FAMILY, owner, parts.name());
        String file = parts.file().isEmpty() ? told.isEmpty() ? name : told : parts.file();
        return new TestCase(id, parts.name(), suite, TestName.isFile(file) && !file.startsWith("..") ? file : "");
    }

    /** The document is at its end: what its plan says beside its points. */
    void ends() {
        if (planned < 0) {
            into.incomplete("there is no plan: the run may have ended early");
        } else if (points > planned) {
            into.error(points + " points for a plan of " + planned);
        }
        if (points < planned) {
            into.mayGoOn();
        }
        int missing = Math.min(planned - points, Collected.RESULTS + 1);
        for (int number = 1; missing > 0 && number <= planned; number++) {
            if (!numbers.get(number)) {
                missing--;
                String name = "Test " + number;
                Failure absent = into.bounded(new Failure("", "in the plan, but it did not run", ""));
                into.add(new TestCase(names.id(FAMILY, "\n", name), name, "", ""), Status.ERRORED, false, -1, absent);
            }
        }
    }
}
