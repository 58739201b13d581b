package dev.expertd.learn;

import dev.expertd.curate.Sanitiser;
import dev.expertd.journal.JournaledVerdict;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.journal.StoredRun;
import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import dev.expertd.model.Refusal;
import dev.expertd.model.Section;
import dev.expertd.redact.Redacted;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The self-improve report of one act: the layout of the command that expertd automates, and below it the evidence.
 *
 * <p>Text in, text out: everything it prints was redacted when it was stored.
 */
public final class SelfImproveReport {
    private static final int SHOWN = 8;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    private final StringBuilder out = new StringBuilder();

    private SelfImproveReport() {}

    /**
     * Renders a report.
     *
     * @param runs the runs of the act, oldest first
     * @param failures what the act's last run says of each test that is red now
     * @param waiting the files that cannot be written now, and why
     * @param upkept what there is to say of the files besides lines
     */
    public static String render(
            JudgedAct judged,
            List<StoredRun> runs,
            List<JournaledVerdict> failures,
            Map<String, Redacted> waiting,
            Upkept upkept) {
        SelfImproveReport report = new SelfImproveReport();
        report.heading(judged);
        report.learnings(judged);
        report.updated(judged, waiting, upkept);
        report.evidence(judged, runs);
        switch (judged.act().outcome().value()) {
            case FAILED -> report.afterFailure(judged, failures);
            case PARTIAL -> report.afterPartial(runs, failures);
            default -> {}
        }
        return report.out.toString();
    }

    private void heading(JudgedAct judged) {
        String component = judged.act().component().text();
        line("## Self-Improve Report: "
                + said(component.isEmpty() ? judged.act().title() : component));
        line("");
        line("### Outcome: " + judged.act().outcome().value().word());
        line("");
    }

    private void learnings(JudgedAct judged) {
        line("### Learnings Recorded");
        line("");
        for (Section section : Section.values()) {
            line("**" + section.reportTitle() + ":**");
            List<Learning> lines = written(judged).stream()
                    .filter(learning -> learning.section() == section)
                    .toList();
            lines.forEach(learning -> line("- " + learning.text()));
            if (lines.isEmpty()) {
                line("- none");
            }
            line("");
        }
    }

    private void updated(JudgedAct judged, Map<String, Redacted> waiting, Upkept upkept) {
        line("### Expertise Updated");
        line("");
        List<Learning> written = written(judged);
        if (written.isEmpty() && upkept.references().isEmpty() && upkept.drift().isEmpty()) {
            line("- nothing");
        }
        List<String> files = written.stream().map(Learning::file).distinct().toList();
        for (String file : files) {
            String name = files.size() == 1 ? file.substring(file.lastIndexOf('/') + 1) : file;
            line("- " + name + " -> Learnings section");
            if (upkept.dated().contains(file)) {
                line("- " + name + " -> last_updated timestamp");
            }
            if (upkept.large().containsKey(file)) {
                line("- " + name + " -> tidy it: " + upkept.large().get(file));
            }
            boolean issue = written.stream()
                    .anyMatch(line -> line.file().equals(file) && line.section() == Section.COMMON_ISSUES);
            if (issue && upkept.issueParts().containsKey(file)) {
                line("- " + name + " -> " + said(upkept.issueParts().get(file))
                        + ": see whether the new issue belongs there");
            }
        }
        moved(upkept.references());
        upkept.drift()
                .forEach(drift -> line(
                        "- " + drift.file() + ":" + drift.line() + " -> " + said(drift.part()) + ": " + drift.words()));
        judged.in(LearningState.INTENDED)
                .forEach(learning -> line("- " + learning.file() + " waits: " + waiting(learning.file(), waiting)));
        line("");
    }

    /** A file's references on one line each: those that followed, and those that are only told. */
    private void moved(List<ReferenceEdit> edits) {
        Map<String, List<ReferenceEdit>> byFile = edits.stream()
                .collect(Collectors.groupingBy(
                        edit -> edit.file()
                                + (edit.state() == ReferenceEdit.State.DONE
                                        ? " -> references followed: "
                                        : " -> references to be put right with `expertd refs --fix`: "),
                        TreeMap::new,
                        Collectors.toList()));
        byFile.forEach((words, moved) -> line("- " + words
                + moved.stream()
                        .sorted(Comparator.comparing((ReferenceEdit edit) -> number(edit.before()))
                                .thenComparing(ReferenceEdit::id))
                        .limit(SHOWN)
                        .map(edit -> said(edit.before()) + " is now " + said(edit.after()) + " (" + edit.id() + ")")
                        .collect(Collectors.joining(", "))
                + (moved.size() > SHOWN
                        ? ", and " + (moved.size() - SHOWN) + " more; `git diff` shows them all"
                        : "")));
    }

    /** The line that a reference names; paths come last. */
    private static int number(String reference) {
        Matcher digits = DIGITS.matcher(reference);
        return digits.lookingAt() ? Integer.parseInt(digits.group()) : Integer.MAX_VALUE;
    }

    private void evidence(JudgedAct judged, List<StoredRun> runs) {
        line("### Evidence");
        line("");
        Act act = judged.act();
        line("- Outcome " + act.outcome().inWords());
        if (!judged.delta().words().isEmpty()) {
            line("- Tests: " + judged.delta().words());
        }
        act.commits().forEach(id -> line("- Commit " + Commit.shortId(id) + " " + said(act.title())));
        if (!judged.credited().isEmpty() && !judged.credited().equals(act.commit())) {
            line("- Credited or blamed: commit " + Commit.shortId(judged.credited()));
        }
        for (StoredRun run : runs) {
            line("- Run " + Commit.shortId(run.id()) + " of " + said(run.source()) + ": "
                    + run.counts().passed() + " passed, "
                    + run.counts().red() + " failed, " + run.counts().skipped() + " skipped; "
                    + run.outcome().value().word() + scope(run) + " (" + run.binding() + ")");
        }
        reasons(judged, LearningState.HELD, "Held");
        reasons(judged, LearningState.REVIEW, "Held");
        reasons(judged, LearningState.LEAVING, "To be taken out");
        reasons(judged, LearningState.DISPLACED, "Put aside");
        reasons(judged, LearningState.EDITED, "Changed");
        reasons(judged, LearningState.REJECTED, "Rejected");
        reasons(judged, LearningState.SUPERSEDED, "Superseded");
        reasons(judged, LearningState.DROPPED, "Dropped");
        judged.refusals().forEach(refusal -> line(refused(refusal)));
        int inReview = judged.in(LearningState.REVIEW).size();
        if (inReview > 0) {
            line("- Review: " + inReview + (inReview == 1 ? " draft waits" : " drafts wait")
                    + " for review; `expertd review` decides");
        }
        line("");
    }

    private static String refused(Refusal refusal) {
        return refusal.isOtherExperts()
                ? "- Others: " + said(refusal.reason())
                : "- Refused: " + said(refusal.subject()) + " (" + said(refusal.reason()) + ")";
    }

    private void reasons(JudgedAct judged, LearningState state, String word) {
        judged.in(state)
                .forEach(learning -> line("- " + word + ": " + learning.text() + " (" + learning.reason() + ")"));
    }

    private void afterFailure(JudgedAct judged, List<JournaledVerdict> failures) {
        line("### Before a Retry");
        line("");
        List<FailureGroup> groups = FailureGroup.of(failures);
        List<Learning> told = judged.learnings().stream()
                .filter(learning -> learning.origin() == Origin.NOTE)
                .toList();
        told.forEach(learning -> line("- Cause, as said by hand: " + learning.text()));
        if (groups.isEmpty() && told.isEmpty()) {
            line("- The cause is not in any trace; say it with `expertd learn COMPONENT failed -m \"cause: ...\"`");
        }
        for (FailureGroup group : groups) {
            line("- Cause: " + said(group.headline()) + " (" + group.tests().size() + " test(s), e.g. "
                    + said(group.tests().get(0)) + ")");
            line("- Kind: " + group.kind().words());
            line("- Must hold before a retry: " + group.kind().precondition());
        }
        line("");
    }

    private void afterPartial(List<StoredRun> runs, List<JournaledVerdict> failures) {
        line("### What Remains");
        line("");
        runs.stream().skip(Math.max(0, runs.size() - 1)).forEach(run -> {
            line("- Worked: " + run.counts().passed() + " of " + run.counts().total() + " tests");
            if (run.counts().skipped() > 0) {
                line("- Not tried: " + run.counts().skipped() + " tests skipped");
            }
        });
        for (FailureGroup group : FailureGroup.of(failures)) {
            line("- Did not: " + said(group.tests().get(0)) + others(group) + ": " + said(group.headline()));
            if (group.kind().blocks()) {
                line("- Blocked by: " + group.kind().words());
            }
        }
        line("");
    }

    private static String waiting(String file, Map<String, Redacted> waiting) {
        Redacted why = waiting.get(file);
        return why == null ? "the next pass writes it" : why.text();
    }

    private static String others(FailureGroup group) {
        return group.tests().size() > 1 ? " and " + (group.tests().size() - 1) + " more" : "";
    }

    private static String scope(StoredRun run) {
        return switch (run.scope()) {
            case SUBSET -> ", a selection of the suite";
            case INCOMPLETE -> ", cut off";
            case COMPLETE, UNKNOWN -> "";
        };
    }

    private static List<Learning> written(JudgedAct judged) {
        return judged.in(LearningState.DONE);
    }

    /** What others wrote, as text and nothing more: agents read reports as they read their files. */
    private static String said(Object text) {
        return Sanitiser.clean(text.toString());
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
