package dev.expertd.draft.message;

import dev.expertd.draft.Drafter;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Evidence;
import dev.expertd.model.Origin;
import dev.expertd.model.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Drafts from commit messages that state a symptom, its cause and its fix in prose; one draft for each root cause. */
public final class MessageDrafter implements Drafter {
    private static final int AT_MOST = 3;

    @Override
    public Drafting draft(ActEvidence act) {
        List<Draft> drafts = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (CommitEvidence evidence : act.commits()) {
            Drafting drafting = draft(evidence);
            drafts.addAll(drafting.drafts());
            refusals.addAll(drafting.refusals());
        }
        return new Drafting(drafts, refusals);
    }

    private static Drafting draft(CommitEvidence evidence) {
        Commit commit = evidence.commit();
        Message message = Message.of(commit.message());
        Subject subject = Subject.of(message.subject());
        Optional<String> refusal = Gate.refuses(commit, subject, message);
        if (refusal.isPresent()) {
            return Drafting.refused(commit.subject(), refusal.get());
        }
        List<Finding> findings = Part.of(subject, message).stream()
                .flatMap(part -> findings(part).stream())
                .toList();
        if (findings.isEmpty()) {
            List<Draft> remarked = subject.repairs() ? fromRemarks(evidence, subject) : List.of();
            if (!remarked.isEmpty()) {
                return new Drafting(remarked, List.of());
            }
            return Drafting.refused(
                    commit.subject(),
                    message.units().isEmpty()
                            ? "the message has no body that states a cause"
                            : "no sentence states both a failure and its cause");
        }
        List<Finding> lessons = distinct(findings, evidence, message.subject());
        if (lessons.isEmpty()) {
            return Drafting.refused(commit.subject(), "what it states cannot be told in one line that names code");
        }
        int taken = Math.min(AT_MOST, lessons.size());
        return new Drafting(
                lessons.subList(0, taken).stream()
                        .map(finding -> draft(finding, commit))
                        .toList(),
                lessons.subList(taken, lessons.size()).stream()
                        .map(finding -> new Refusal(
                                finding.statement(), "one commit gives three lines at most, and others are surer"))
                        .toList());
    }

    private static List<Finding> findings(Part part) {
        Subject subject = part.subject();
        List<Unit> units = part.units().stream()
                .filter(unit -> !Wording.isReportHeading(unit.heading()) && !Wording.isReportHeading(unit.chapter()))
                .toList();
        if (units.isEmpty()) {
            return fromSubject(subject);
        }
        Optional<Finding> told = Labelled.read(part.units());
        if (told.isPresent()) {
            return told.stream().toList();
        }
        List<Finding> findings = new ArrayList<>();
        ItemReader items = new ItemReader(subject);
        List<Unit> listed = units.stream().filter(Unit::item).toList();
        for (Unit unit : listed) {
            Subject own = Subject.of(unit.text());
            boolean commit =
                    own.isTypedRepair() && Character.isLowerCase(unit.text().charAt(0));
            String text = commit ? own.description() : unit.text();
            Subject about = commit ? own : subject;
            boolean prose = (commit || Sentences.of(text).size() > 1) && !text.contains("Fix:");
            Optional<Finding> found = prose
                    ? new ProseReader(about, List.of()).read(List.of(text)).or(() -> new ItemReader(about).read(text))
                    : items.read(text);
            found.ifPresent(findings::add);
        }
        boolean labelled = listed.stream().anyMatch(unit -> unit.text().contains("Fix:"));
        if (!labelled) {
            new ProseReader(subject, listed).read(paragraphs(units)).ifPresent(findings::add);
        }
        return findings.stream()
                .map(found -> subject.repairs() ? found.surer() : found)
                .filter(found -> found.score() >= Finding.WORTH_A_DRAFT)
                .toList();
    }

    /** Where a chapter tells of the problem, that of the work done tells of it no more. */
    private static List<String> paragraphs(List<Unit> units) {
        List<Unit> prose = units.stream()
                .filter(unit -> !unit.item() && !unit.text().startsWith("#"))
                .toList();
        List<Unit> problem = prose.stream()
                .filter(unit -> !Wording.isWorkHeading(unit.chapter()))
                .toList();
        return (problem.isEmpty() ? prose : problem).stream().map(Unit::text).toList();
    }

    /** A subject alone teaches only if it is a repair that says why in so many words. */
    private static List<Finding> fromSubject(Subject subject) {
        Set<Cue> cues = Cue.in(subject.description());
        boolean says = cues.stream().anyMatch(cue -> Cue.OUTSPOKEN.contains(cue) || cue == Cue.TO_AVOID)
                && Wording.fails(subject.description());
        if (!says || subject.needsOutspokenCause()) {
            return List.of();
        }
        return new ItemReader(subject)
                .read(subject.description()).stream()
                        .map(found ->
                                new Finding(found.section(), found.statement(), found.detail(), Finding.WORTH_A_DRAFT))
                        .toList();
    }

    /** Where the message of a repair gives no reason, the best of those that its author wrote beside the code. */
    private static List<Draft> fromRemarks(CommitEvidence evidence, Subject subject) {
        List<Draft> drafts = new ArrayList<>();
        RemarkReader reader = new RemarkReader(subject);
        for (Remark remark : Remarks.in(evidence)) {
            reader.read(remark)
                    .flatMap(found -> Wordsmith.finish(found, evidence.commit(), subject.description()))
                    .map(found -> draft(found, evidence.commit()))
                    .ifPresent(drafts::add);
        }
        return drafts.stream()
                .sorted(Comparator.comparingDouble(Draft::score).reversed())
                .limit(1)
                .toList();
    }

    /** The strongest findings in the order of the message, each said once. */
    private static List<Finding> distinct(List<Finding> findings, CommitEvidence evidence, String subject) {
        List<Finding> finished = new ArrayList<>();
        findings.stream()
                .sorted(Comparator.comparingDouble(Finding::score).reversed())
                .map(found -> SettingFix.added(found, evidence))
                .flatMap(found -> Wordsmith.finish(found, evidence.commit(), subject).stream())
                .filter(found -> finished.stream().noneMatch(other -> overlap(found, other) >= 0.5))
                .forEach(finished::add);
        return finished;
    }

    private static double overlap(Finding one, Finding other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        int smaller = Math.max(1, Math.min(a.size(), b.size()));
        return (double) a.stream().filter(b::contains).count() / smaller;
    }

    private static Set<String> words(Finding finding) {
        return Arrays.stream((finding.statement() + " " + finding.detail())
                        .toLowerCase(Locale.ROOT)
                        .split("\\W+", -1))
                .filter(word -> word.length() >= 4)
                .collect(Collectors.toSet());
    }

    static Draft draft(Finding finding, Commit commit) {
        String whole = finding.statement() + " " + finding.detail();
        return new Draft(
                Origin.MESSAGE,
                finding.section(),
                finding.statement(),
                finding.detail(),
                finding.score(),
                commit.authored().toLocalDate(),
                CodeSpans.in(whole),
                new Evidence(List.of(commit.id()), List.of(), List.of(), Paths.ranked(commit, whole)));
    }
}
