package dev.expertd.cli.text;

import dev.expertd.judge.FailureKind;
import dev.expertd.judge.Fingerprint;
import dev.expertd.judge.Headline;
import dev.expertd.judge.RunJudge;
import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Run;
import dev.expertd.model.Scope;
import dev.expertd.model.TestCase;
import dev.expertd.redact.Redactor;
import dev.expertd.trace.TraceReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What expertd makes of one trace by itself, without any history, as it is printed. */
public record RunFacts(
        String file, String format, Counts counts, Scope scope, Outcome outcome, String problem, List<Red> failures) {
    private static final Redactor REDACTOR = new Redactor();
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    /** A red test; without a test an error of the run itself. */
    record Red(String test, String kind, String headline, String fingerprint) {}

    public static RunFacts of(String file, TraceReading reading) {
        String problem = safe(problem(reading));
        return reading.toRun().map(run -> of(file, run, problem)).orElseGet(() -> unreadable(file, problem));
    }

    private static RunFacts of(String file, Run run, String problem) {
        Outcome outcome = new RunJudge().judge(run, false, 1);
        List<Red> failures = new ArrayList<>();
        run.runErrors()
                .forEach(
                        error -> failures.add(red("", new Failure("", error, ""), new TestCase("run", "run", "", ""))));
        run.verdicts().stream()
                .filter(result -> result.status().isRed())
                .forEach(result -> failures.add(red(
                        name(result.test()),
                        result.failure() == null ? new Failure("", "", "") : result.failure(),
                        result.test())));
        return new RunFacts(file, run.format(), run.counts(), run.scope(), outcome, problem, failures);
    }

    private static RunFacts unreadable(String file, String problem) {
        Outcome none = new Outcome(OutcomeValue.NONE, "rule 1: " + problem, Set.of(), 1);
        return new RunFacts(file, "", Counts.NONE, Scope.UNKNOWN, none, problem, List.of());
    }

    private static Red red(String test, Failure failure, TestCase identity) {
        return new Red(
                safe(test),
                FailureKind.of(failure).words(),
                safe(Headline.of(failure)),
                Fingerprint.of(failure, identity).key());
    }

    private static String name(TestCase test) {
        return test.suite().isEmpty() ? test.name() : test.suite() + " > " + test.name();
    }

    private static String problem(TraceReading reading) {
        if (reading instanceof TraceReading.Unreadable unreadable) {
            return unreadable.reason();
        }
        return reading instanceof TraceReading.Incomplete incomplete ? incomplete.reason() : "";
    }

    /** Without secrets, and without what would move a terminal's cursor. */
    private static String safe(String text) {
        return CONTROLS.matcher(REDACTOR.redact(text).text()).replaceAll(" ").strip();
    }

    /** The object of {@code runs --json}. */
    public Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", file);
        object.put("format", format.isEmpty() ? null : format);
        object.put("total", counts.total());
        object.put("passed", counts.passed());
        object.put("failed", counts.failed());
        object.put("errored", counts.errored());
        object.put("skipped", counts.skipped());
        object.put("flaky", counts.flaky());
        object.put("scope", scope.name());
        object.put("outcome", outcome.value().word());
        object.put("rule", outcome.rule());
        object.put(
                "signals", outcome.signals().stream().map(Enum::name).sorted().toList());
        object.put("reason", problem.isEmpty() ? null : problem);
        object.put("failures", failures.stream().map(RunFacts::json).toList());
        return object;
    }

    private static Map<String, Object> json(Red red) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("test", red.test());
        object.put("kind", red.kind());
        object.put("headline", red.headline());
        object.put("fingerprint", red.fingerprint());
        return object;
    }

    /** One line for the run, one for its outcome, and one for each failure, however many tests it broke. */
    public List<String> lines() {
        if (format.isEmpty()) {
            return List.of(StatusText.named(file, problem));
        }
        List<String> lines = new ArrayList<>();
        long ofTheRun = failures.stream().filter(red -> red.test().isEmpty()).count();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s, %d tests: %d passed, %d failed, %d errored, %d skipped%s%s",
                file,
                format,
                counts.total(),
                counts.passed(),
                counts.failed(),
                counts.errored(),
                counts.skipped(),
                counts.flaky() == 0 ? "" : ", " + counts.flaky() + " flaky",
                ofTheRun == 0 ? "" : "; errors of no test: " + ofTheRun));
        String signals = String.join(
                " ", outcome.signals().stream().map(Enum::name).sorted().toList());
        lines.add("  " + outcome.value().word() + " by " + outcome.rule()
                + (signals.isEmpty() ? "" : " [" + signals + "]"));
        if (!problem.isEmpty()) {
            lines.add("  incomplete: " + problem);
        }
        Map<String, List<Red>> groups = new LinkedHashMap<>();
        failures.forEach(red -> groups.computeIfAbsent(red.fingerprint(), key -> new ArrayList<>())
                .add(red));
        groups.forEach((key, group) -> lines.add("  " + key + " " + line(group)));
        return lines;
    }

    private static String line(List<Red> group) {
        Red first = group.get(0);
        String tests = first.test().isEmpty() ? "the run itself" : first.test();
        String more = group.size() == 1 ? "" : " and " + (group.size() - 1) + " more";
        String said = first.headline().isEmpty() ? "nothing was printed" : first.headline();
        return tests + more + ": " + said + " (" + first.kind() + ")";
    }
}
