package dev.expertd.cli.text;

import dev.expertd.cli.house.House;
import dev.expertd.expertise.WrittenLine;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.journal.Journal;
import dev.expertd.journal.SeenCommit;
import dev.expertd.journal.StoredRun;
import dev.expertd.learn.ActView;
import dev.expertd.learn.JudgedAct;
import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import dev.expertd.model.Delta;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.MovedPath;
import dev.expertd.upkeep.Tallies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers what {@code expertd why} is asked. */
public final class Answers {
    private static final int LOOKED_AT = 5_000;
    private static final Pattern FILE_LINE = Pattern.compile("(.+):(\\d{1,7})");

    private final House house;
    private final Journal journal;
    private final String repository;

    public Answers(House house) {
        this.house = house;
        this.journal = house.journal();
        this.repository = house.repository();
    }

    /** The answers, the best first; empty if nothing is known. */
    public List<Map<String, Object>> to(String what) throws IOException {
        String asked = lineOf(what).orElse(what);
        List<Learning> all = journal.learnings().latest(repository, LOOKED_AT);
        List<Learning> learnings =
                all.stream().filter(each -> each.id().equals(asked)).toList();
        if (learnings.isEmpty()) {
            learnings = all.stream()
                    .filter(each -> each.text().text().equals(asked))
                    .toList();
        }
        if (learnings.isEmpty()) {
            List<Map<String, Object>> others = aboutCommitOrRun(asked);
            if (!others.isEmpty()) {
                return others;
            }
            learnings = all.stream()
                    .filter(each -> each.text().text().contains(asked))
                    .limit(10)
                    .toList();
        }
        try (GitReader git = GitReaders.open(house.folder())) {
            return learnings.stream().map(learning -> learning(learning, git)).toList();
        }
    }

    private Optional<String> lineOf(String what) throws IOException {
        Matcher matcher = FILE_LINE.matcher(what);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Path file = house.folder().resolve(matcher.group(1));
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        int line = Integer.parseInt(matcher.group(2));
        return line < 1 || line > lines.size() ? Optional.empty() : Optional.of(WrittenLine.bare(lines.get(line - 1)));
    }

    private List<Map<String, Object>> aboutCommitOrRun(String asked) {
        List<Map<String, Object>> answers = new ArrayList<>();
        try (GitReader git = GitReaders.open(house.folder())) {
            Optional<String> id = asked.indexOf(' ') < 0 ? git.resolve(asked) : Optional.empty();
            id.flatMap(commit -> journal.commits().find(repository, commit))
                    .ifPresentOrElse(
                            seen -> answers.add(commit(seen)),
                            () -> id.filter(commit -> wasThereBefore(commit, git))
                                    .ifPresent(commit -> answers.add(beforeTheFirstLook(commit))));
        }
        journal.acts()
                .find(repository, asked)
                .map(this::act)
                .filter(answer -> answers.isEmpty())
                .ifPresent(answers::add);
        journal.runs().latest(repository, LOOKED_AT).stream()
                .filter(run -> asked.length() >= 6 && run.id().startsWith(asked))
                .map(this::run)
                .forEach(answers::add);
        return answers;
    }

    private Map<String, Object> learning(Learning learning, GitReader git) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("learning", learning.id());
        answer.put("text", learning.text().text());
        answer.put("state", learning.state().word() + because(learning.reason().text()));
        if (learning.state() == LearningState.REVIEW || learning.state() == LearningState.DISPLACED) {
            answer.put(
                    "decide",
                    "`expertd review --accept " + learning.id() + "`, or `--reject " + learning.id() + " --reason R`; "
                            + ReviewText.count(journal.learnings().count(repository, LearningState.REVIEW)));
        }
        answer.put("file", learning.file() + " -> " + learning.section().heading());
        answer.put("drafted from", learning.origin().name().toLowerCase(Locale.ROOT) + ", score " + learning.score());
        answer.put("act", learning.act());
        answer.put(
                "commits",
                learning.evidence().commits().stream().map(Commit::shortId).toList());
        answer.put(
                "runs", learning.evidence().runs().stream().map(Commit::shortId).toList());
        answer.put("tests", tests(learning));
        answer.put("paths", learning.evidence().files());
        answer.putAll(Acts.fared(new Tallies(journal, repository, git).of(learning)));
        answer.put("led by hand", ledByHand(learning, git));
        return answer;
    }

    /** What people's moves say of where this act belongs. */
    private List<String> ledByHand(Learning learning, GitReader git) {
        List<MovedPath> all = journal.moved().all(repository);
        if (all.isEmpty()) {
            return List.of();
        }
        Set<String> paths = new HashSet<>(learning.evidence().files());
        journal.acts()
                .find(repository, learning.act())
                .map(Act::commit)
                .filter(id -> !id.isEmpty())
                .flatMap(git::commit)
                .ifPresent(commit -> commit.files().forEach(file -> paths.add(file.path())));
        return all.stream()
                .filter(moved -> paths.contains(moved.path()))
                .map(moved ->
                        moved.path() + " to " + moved.expert() + ", since " + moved.learning() + " was moved there")
                .toList();
    }

    private List<String> tests(Learning learning) {
        return learning.evidence().runs().stream()
                .flatMap(run -> journal.verdicts().of(repository, run).stream())
                .filter(verdict -> learning.evidence().tests().contains(verdict.test()))
                .map(verdict -> verdict.name().text())
                .distinct()
                .toList();
    }

    private Map<String, Object> commit(SeenCommit seen) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("commit", seen.id());
        answer.put("state", seen.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + because(seen.reason()));
        if (!seen.act().isEmpty()) {
            journal.acts().find(repository, seen.act()).ifPresent(act -> answer.putAll(act(act)));
        }
        return answer;
    }

    private boolean wasThereBefore(String commit, GitReader git) {
        return journal.checkpoints().baseline(repository).stream().anyMatch(tip -> git.isAncestor(commit, tip));
    }

    private static Map<String, Object> beforeTheFirstLook(String commit) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("commit", commit);
        answer.put(
                "state", "not judged (it was there when expertd first looked; `expertd backfill` learns from history)");
        return answer;
    }

    private Map<String, Object> act(Act act) {
        JudgedAct judged = ActView.of(journal, act, "");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("act", act.id());
        answer.put("outcome", act.outcome().inWords());
        answer.put("delta", delta(judged.delta()));
        answer.put(
                "learnings",
                judged.learnings().stream()
                        .map(each -> each.state().word() + because(each.reason().text()) + ": " + each.text())
                        .toList());
        answer.put(
                "refused",
                judged.refusals().stream()
                        .map(each -> each.subject() + ": " + each.reason())
                        .toList());
        return answer;
    }

    private Map<String, Object> run(StoredRun run) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("run", run.id());
        answer.put("source", run.source() + " (" + run.format() + ")");
        answer.put("outcome", run.outcome().inWords());
        answer.put("delta", delta(journal.verdicts().delta(repository, List.of(run.id()))));
        answer.put("scope", run.scope().name().toLowerCase(Locale.ROOT));
        answer.put(
                "tested",
                run.boundTo().isEmpty()
                        ? "no commit yet: " + run.binding()
                        : Commit.shortId(run.boundTo()) + ": " + run.binding());
        answer.put(
                "taught",
                run.history() ? "nothing: it lay there when expertd first looked" : "see the act of that commit");
        return answer;
    }

    private static String delta(Delta delta) {
        return delta.words().isEmpty() ? "no test stepped" : delta.words();
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }
}
