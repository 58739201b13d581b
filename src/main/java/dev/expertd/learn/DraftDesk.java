package dev.expertd.learn;

import dev.expertd.config.Settings;
import dev.expertd.curate.Candidate;
import dev.expertd.curate.Component;
import dev.expertd.curate.ComponentHabit;
import dev.expertd.curate.Curator;
import dev.expertd.curate.Decision;
import dev.expertd.curate.Desk;
import dev.expertd.curate.Readings;
import dev.expertd.curate.route.Routing;
import dev.expertd.draft.Drafter;
import dev.expertd.expertise.HouseStyle;
import dev.expertd.expertise.WrittenLine;
import dev.expertd.io.Hash;
import dev.expertd.journal.LearningId;
import dev.expertd.journal.ReferenceEdit;
import dev.expertd.model.Act;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Evidence;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.FileChange;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Refusal;
import dev.expertd.model.Section;
import dev.expertd.redact.Redacted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes drafts to their expert and through curation, and says what becomes of each. */
final class DraftDesk {
    private static final List<LearningState> WRITTEN = Arrays.stream(LearningState.values())
            .filter(LearningState::wasWritten)
            .toList();
    private static final List<LearningState> REMEMBERED = Arrays.stream(LearningState.values())
            .filter(LearningState::isRemembered)
            .toList();

    private final Site site;
    private final Drafters drafters;
    private final Request request;
    private final Recent recent;
    private final Readings readings = new Readings();
    private final List<String> rememberedHere = new ArrayList<>();

    DraftDesk(Site site, Drafters drafters, Request request, Recent recent) {
        this.site = site;
        this.drafters = drafters;
        this.request = request;
        this.recent = recent;
    }

    /** Counts what is not in the journal as decided on before. */
    void remember(Collection<Learning> learnings) {
        learnings.stream()
                .filter(learning -> learning.state().isRemembered())
                .forEach(learning -> rememberedHere.add(learning.text().text()));
    }

    /** Drafts from a commit's message and decides. */
    Decisions decideFromMessage(Act act, Commit commit, Hold hold) {
        List<Draft> drafts = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        ActEvidence evidence = new ActEvidence(
                List.of(new SafeEvidence(site).of(commit, recent.past())),
                List.of(),
                "",
                act.outcome(),
                commit.authored().toLocalDate());
        for (Drafter drafter : drafters.messages()) {
            Drafting drafting = drafter.draft(evidence);
            drafts.addAll(drafting.drafts());
            refusals.addAll(drafting.refusals());
        }
        return decide(act, Optional.of(commit), drafts, refusals, hold);
    }

    /** Decides on drafts of an act. */
    Decisions decide(Act act, Optional<Commit> commit, List<Draft> drafts, List<Refusal> refusals) {
        return decide(act, commit, drafts, refusals, Hold.NO);
    }

    /** Decides on drafts that only suspect: what would be written is held until something confirms it. */
    Decisions suspect(Act act, Optional<Commit> commit, List<Draft> drafts, List<Refusal> refusals) {
        return decide(act, commit, drafts, refusals, Hold.SUSPECTED);
    }

    private Decisions decide(Act act, Optional<Commit> commit, List<Draft> drafts, List<Refusal> refusals, Hold hold) {
        List<String> paths = commit.map(
                        found -> found.files().stream().map(FileChange::path).toList())
                .orElse(List.of());
        String component = component(act, commit, drafts, paths);
        if (drafts.isEmpty()) {
            return new Decisions(act, component, List.of(), refusals);
        }
        List<Refusal> all = new ArrayList<>(refusals);
        Optional<ExpertChoice> choice = choice(commit, paths, drafts, all);
        if (choice.isEmpty()) {
            return new Decisions(act, component, List.of(), all);
        }
        List<Draft> open = withoutSaid(drafts, choice.get(), commit, all);
        if (open.isEmpty()) {
            return new Decisions(act, component, List.of(), all);
        }
        List<Learning> before = site.journal().learnings().ofAct(site.repository(), act.id());
        Replacements replacements = new Replacements(
                before,
                commit.map(new Overtaken(site, recent.changed())::by).orElse(List.of()),
                choice.get().primary());
        List<Decision> decided = curated(act, commit, open, choice.get(), component, before, replacements);
        List<Learning> learnings = decided.stream()
                .map(decision -> learning(act, decision, replacements, hold))
                .toList();
        boolean news = learnings.stream().anyMatch(line -> line.state() != LearningState.DROPPED);
        return new Decisions(
                act,
                component,
                learnings,
                all,
                repeated(decided),
                news ? replacements.overtakenWaiting(open) : List.of());
    }

    private String component(Act act, Optional<Commit> commit, List<Draft> drafts, List<String> paths) {
        if (!request.component().isEmpty() && request.saysSomething()) {
            return request.component();
        }
        if (!act.component().text().isEmpty() && drafts.isEmpty()) {
            return act.component().text();
        }
        return Component.of(
                site.settings().components(),
                spokenOf(drafts),
                paths,
                commit.map(Commit::message).orElse(""));
    }

    private static List<String> spokenOf(List<Draft> drafts) {
        return drafts.stream()
                .flatMap(draft -> draft.evidence().files().stream())
                .distinct()
                .toList();
    }

    private Optional<ExpertChoice> choice(
            Optional<Commit> commit, List<String> paths, List<Draft> drafts, List<Refusal> refusals) {
        if (site.experts().isEmpty()) {
            refusals.add(new Refusal(
                    "every draft", "there is no expert to write to; `expertd init --create NAME` makes one"));
            return Optional.empty();
        }
        if (!request.expert().isEmpty()) {
            Optional<ExpertChoice> named = site.experts().stream()
                    .filter(view -> view.expert().name().equals(request.expert()))
                    .findFirst()
                    .map(ExpertChoice::only);
            if (named.isEmpty()) {
                refusals.add(new Refusal("every draft", "there is no expert called " + request.expert()));
            }
            return named;
        }
        Routing routing = recent.routes().of(site, commit, commit.isPresent() ? paths : spokenOf(drafts));
        Optional<ExpertChoice> choice = ExpertChoice.of(routing, site.experts());
        if (choice.isEmpty()) {
            refusals.add(new Refusal("every draft", "nothing says which expert it belongs to; name it with `-e`"));
        } else if (!routing.others().isEmpty()) {
            refusals.add(new Refusal(Refusal.OTHER_EXPERTS, routing.others()));
        }
        return choice;
    }

    /** Without those for whose expert the commit's author has spoken. */
    private List<Draft> withoutSaid(
            List<Draft> drafts, ExpertChoice choice, Optional<Commit> commit, List<Refusal> refusals) {
        boolean said = drafts.stream().allMatch(draft -> draft.origin() == Origin.NOTE);
        if (said || commit.isEmpty()) {
            return drafts;
        }
        Map<Expert, List<Draft>> byExpert = drafts.stream()
                .collect(Collectors.groupingBy(
                        draft -> choice.of(draft).expert(), LinkedHashMap::new, Collectors.toList()));
        List<Draft> open = new ArrayList<>(drafts);
        byExpert.forEach((expert, theirs) -> {
            if (authorsWroteTo(expert, commit.get())) {
                refusals.add(new Refusal(
                        theirs.get(0).statement(),
                        "the commit itself writes to " + expert.file() + ": its author has spoken"));
                open.removeAll(theirs);
            }
        });
        return open;
    }

    /**
     * Lines that the journal knows as ours, carried along by the next commit, are no word of its author; an intended
     * one may stand in the file already if something interrupted us right after writing it.
     */
    private boolean authorsWroteTo(Expert expert, Commit commit) {
        Optional<FileChange> itsFile = commit.files().stream()
                .filter(file -> file.path().equals(expert.file()))
                .findFirst();
        if (itsFile.isEmpty()) {
            return false;
        }
        Set<String> ours = Set.copyOf(site.journal().learnings().texts(site.repository(), WRITTEN));
        Set<String> followed = site.journal().references().in(site.repository(), expert.file()).stream()
                .map(ReferenceEdit::lineHash)
                .collect(Collectors.toSet());
        return site.git().diff(commit.id(), itsFile.get()).stream()
                .flatMap(diff -> diff.added().stream())
                .anyMatch(line -> !WrittenLine.isOurs(expert.file(), line, ours)
                        && !followed.contains(Hash.hex(WrittenLine.bare(line))));
    }

    private static Set<String> repeated(List<Decision> decisions) {
        return decisions.stream()
                .filter(Decision.Dropped.class::isInstance)
                .map(decision -> ((Decision.Dropped) decision).repeats())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    private List<Decision> curated(
            Act act,
            Optional<Commit> commit,
            List<Draft> drafts,
            ExpertChoice choice,
            String component,
            List<Learning> before,
            Replacements replacements) {
        List<String> paths = commit.map(
                        found -> found.files().stream().map(FileChange::path).toList())
                .orElse(List.of());
        List<Candidate> candidates = drafts.stream()
                .map(draft -> candidate(draft, choice.of(draft), component, paths))
                .toList();
        Curator curator = new Curator(limits(before, replacements, drafts), site.redactor(), readings);
        Desk desk = new Desk(
                replacements.without(site.experts(), drafts),
                replacements.without(remembered(), drafts),
                candidates.stream()
                        .map(candidate -> candidate.expert().name())
                        .distinct()
                        .collect(Collectors.toMap(name -> name, this::writtenToday)),
                EvidenceText.of(site, commit, drafts, site.safe(request.note()).text()),
                act.outcome().value() == OutcomeValue.SUCCESS);
        return curator.curate(candidates, desk);
    }

    private Candidate candidate(Draft draft, ExpertView own, String component, List<String> paths) {
        String written = component.equals(request.component())
                ? component
                : ComponentHabit.of(own.allBullets()).form(component, paths);
        return new Candidate(
                draft,
                own.expert(),
                written,
                HouseStyle.of(draft.section(), own.bulletsOf(section(own.expert(), draft)))
                        .render(draft, written));
    }

    private int writtenToday(String expert) {
        return site.journal().learnings().countOn(site.repository(), expert, site.today());
    }

    private static Section section(Expert expert, Draft draft) {
        return expert.format().shelf(draft.section());
    }

    private Curator.Limits limits(List<Learning> before, Replacements replacements, List<Draft> drafts) {
        Settings.Learning learning = site.settings().learning();
        long written = before.stream()
                .filter(line -> line.state() == LearningState.DONE || line.state() == LearningState.INTENDED)
                .filter(line -> drafts.stream()
                        .noneMatch(draft -> replacements.of(draft).equals(line.id())))
                .count();
        return new Curator.Limits(
                (int) Math.max(0, learning.perAct() - written),
                learning.perDay(),
                learning.mode() == Settings.Mode.REVIEW,
                Set.copyOf(learning.runRequiredFor()));
    }

    /** Everything decided on before counts as known, also where a person took it out of the file or changed it. */
    private List<String> remembered() {
        List<String> texts = new ArrayList<>(rememberedHere);
        texts.addAll(site.journal().learnings().draftedOtherwise(site.repository()));
        texts.addAll(site.journal().learnings().texts(site.repository(), REMEMBERED));
        return texts;
    }

    private Learning learning(Act act, Decision decision, Replacements replacements, Hold hold) {
        Candidate candidate = decision.candidate();
        LearningState state = LearningState.INTENDED;
        Redacted text;
        String reason = "";
        if (decision instanceof Decision.Dropped dropped) {
            text = dropped.text();
            state = LearningState.DROPPED;
            reason = dropped.reason();
        } else if (decision instanceof Decision.Held held) {
            text = held.text();
            state = held.until() == Decision.Until.TOMORROW ? LearningState.HELD : LearningState.REVIEW;
            reason = held.reason();
        } else {
            text = ((Decision.Kept) decision).text();
        }
        if (state != LearningState.DROPPED && hold != Hold.NO) {
            state = hold.state();
            reason = hold.reason();
        }
        Expert expert = candidate.expert();
        return new Learning(
                LearningId.of(act.id(), expert.name(), candidate.draft().section(), text.text()),
                site.repository(),
                act.id(),
                site.worktree(),
                expert.name(),
                expert.file(),
                section(expert, candidate.draft()),
                text,
                candidate.draft().origin(),
                candidate.draft().score(),
                safe(candidate.draft().evidence()),
                state,
                site.safe(reason),
                state == LearningState.INTENDED ? replacements.of(candidate.draft()) : "",
                site.now());
    }

    private Evidence safe(Evidence evidence) {
        return new Evidence(
                evidence.commits(),
                evidence.runs(),
                evidence.tests(),
                evidence.files().stream().map(path -> site.safe(path).text()).toList());
    }
}
