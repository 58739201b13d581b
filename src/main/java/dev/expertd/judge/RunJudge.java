package dev.expertd.judge;

import dev.expertd.model.Counts;
import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Run;
import dev.expertd.model.Scope;
import dev.expertd.model.Signal;
import java.util.EnumSet;
import java.util.Set;

/** Gives one run its outcome by the precedence table of the outcome rules: the first rule that matches decides. */
public final class RunJudge {
    /** With this share of at least {@link #ENOUGH_TESTS} executed tests red, the machine is suspected before the code. */
    private static final double INFRA_SHARE = 0.8;

    private static final int ENOUGH_TESTS = 5;

    /**
     * The outcome of a run.
     *
     * @param subjectFailed a red test is new in the commit under test, or its file was touched by it
     * @param confidence how sure it is that the tested code is the code named, 0 to 1
     */
    public Outcome judge(Run run, boolean subjectFailed, double confidence) {
        Counts counts = run.counts();
        int red = counts.red() + run.runErrors().size();
        EnumSet<Signal> signals = EnumSet.noneOf(Signal.class);
        signals.addAll(run.signals());
        if (counts.flaky() > 0) {
            signals.add(Signal.FLAKY);
        }
        if (run.scope() == Scope.SUBSET) {
            signals.add(Signal.SUBSET);
        }
        if (suspectsMachine(counts)) {
            signals.add(Signal.INFRA_SUSPECT);
        }
        return decide(run, counts, red, subjectFailed, signals, confidence);
    }

    /** So many tests failed that the machine is to be suspected before the code. */
    public static boolean suspectsMachine(Counts counts) {
        int executed = counts.total() - counts.skipped();
        return executed >= ENOUGH_TESTS && counts.red() >= INFRA_SHARE * executed;
    }

    private static Outcome decide(
            Run run, Counts counts, int red, boolean subjectFailed, EnumSet<Signal> signals, double confidence) {
        if (signals.contains(Signal.EVIDENCE_ONLY)) {
            return outcome(OutcomeValue.NONE, "no verdict of its own: evidence only", signals, confidence);
        }
        if (counts.passed() + red + counts.skipped() == 0) {
            signals.add(Signal.NO_RESULTS);
            return outcome(OutcomeValue.NONE, "rule 2: no test ran", signals, confidence);
        }
        if (counts.passed() + red == 0) {
            signals.add(Signal.ALL_SKIPPED);
            return outcome(
                    OutcomeValue.PARTIAL, "rule 3: all " + counts.skipped() + " tests skipped", signals, confidence);
        }
        if (red > 0 && counts.passed() == 0) {
            return outcome(OutcomeValue.FAILED, "rule 4: " + red + " failed, none passed", signals, confidence);
        }
        if (red > 0 && subjectFailed) {
            signals.add(Signal.SUBJECT_FAILED);
            return outcome(
                    OutcomeValue.FAILED, "rule 5: a failing test belongs to what was changed", signals, confidence);
        }
        if (red > 0) {
            return outcome(
                    OutcomeValue.PARTIAL,
                    "rule 6: " + red + " failed, " + counts.passed() + " passed",
                    signals,
                    confidence);
        }
        if (run.scope() == Scope.INCOMPLETE) {
            signals.add(Signal.INTERRUPTED);
            return outcome(OutcomeValue.PARTIAL, "rule 7: none failed, but the run is incomplete", signals, confidence);
        }
        return outcome(OutcomeValue.SUCCESS, "rule 8: all " + counts.passed() + " passed", signals, confidence);
    }

    private static Outcome outcome(OutcomeValue value, String rule, Set<Signal> signals, double confidence) {
        return new Outcome(value, rule, signals, confidence);
    }
}
