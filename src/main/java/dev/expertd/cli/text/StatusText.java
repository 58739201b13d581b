package dev.expertd.cli.text;

import dev.expertd.cli.finding.Finding;
import dev.expertd.cli.finding.RepositoryStatus;
import dev.expertd.cli.finding.Standing;
import dev.expertd.daemon.install.Hooks;
import dev.expertd.journal.CommitState;
import dev.expertd.journal.SeenCommit;
import dev.expertd.journal.StoredRun;
import dev.expertd.model.Commit;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A status as it is printed; every line that is not well says what mends it. */
public final class StatusText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** So many findings are told by name. */
    private static final int SHOWN = 10;

    private final ZoneId zone;

    public StatusText(ZoneId zone) {
        this.zone = zone;
    }

    public List<String> lines(RepositoryStatus status, List<Finding> problems) {
        List<String> lines = new ArrayList<>();
        lines.add(status.worktree().toString());
        if (!status.problem().isEmpty()) {
            lines.add("  problem: " + status.problem());
            return lines;
        }
        lines.add("  enrolled: " + (status.enrolled() ? "yes" : "no; `expertd init` enrols it"));
        problems.forEach(problem -> lines.add("  problem: " + problem.line()));
        lines.add("  last commit seen: "
                + status.lastCommit()
                        .map(StatusText::inWords)
                        .orElse(
                                status.known()
                                        ? "none since it was enrolled"
                                        : "never looked at; `expertd learn` does"));
        lines.add("  commits waiting: " + status.commitsWaiting());
        lines.add("  lag: " + lag(status.standing()));
        lines.add("  last run: "
                + status.lastRun()
                        .map(this::inWords)
                        .orElse("none; `expertd init` tells the line that makes your tests leave a report"));
        lines.add("  learnings: " + status.learnings());
        status.held()
                .forEach(held -> lines.add("  held: " + held.id() + " " + held.text() + " (" + held.reason() + ")"));
        if (status.review() > 0) {
            lines.add("  review: " + ReviewText.count(status.review()));
        }
        status.waiting().forEach((what, why) -> lines.add("  waiting: " + what + ": " + why));
        if (status.references() > 0) {
            lines.add("  references: " + status.references() + " do not hold; `expertd refs` tells which");
        }
        status.drift().stream()
                .limit(SHOWN)
                .forEach(drift -> lines.add(
                        "  drift: " + drift.file() + ":" + drift.line() + ": " + drift.part() + ": " + drift.words()));
        if (status.drift().size() > SHOWN) {
            lines.add("  drift: " + (status.drift().size() - SHOWN) + " more; `expertd drift` lists them");
        }
        status.doubted()
                .forEach(doubted -> lines.add("  no longer holds: "
                        + doubted.line().id() + " " + doubted.line().text() + " (" + doubted.reason() + ")"));
        status.large().forEach((file, why) -> lines.add("  large: " + file + " " + why));
        status.unreadable().forEach((source, why) -> lines.add("  unreadable trace: " + named(source, why)));
        Hooks.inWords(status.hooks()).forEach(hook -> lines.add("  hook: " + hook));
        return lines;
    }

    public static Map<String, Object> json(RepositoryStatus status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("repository", status.worktree().toString());
        json.put("problem", status.problem().isEmpty() ? null : status.problem());
        json.put("enrolled", status.enrolled());
        json.put("settings_refused", status.settings());
        json.put("trouble", status.trouble().isEmpty() ? null : status.trouble());
        json.put("last_commit", status.lastCommit().map(StatusText::json).orElse(null));
        json.put("commits_waiting", status.commitsWaiting());
        json.put("commits_unseen", status.standing().unseen());
        json.put("lag_since", status.standing().since().map(Object::toString).orElse(null));
        json.put(
                "unfinished",
                status.standing()
                        .unfinished()
                        .map(each -> Map.of(
                                "operation",
                                each.operation(),
                                "since",
                                each.since().toString()))
                        .orElse(null));
        json.put("without_runs", status.standing().withoutRuns());
        json.put(
                "silence",
                status.standing().silence().stream()
                        .map(reason -> Map.of("reason", reason.getKey(), "acts", reason.getValue()))
                        .toList());
        json.put("last_run", status.lastRun().map(StatusText::json).orElse(null));
        json.put("learnings", status.learnings());
        json.put(
                "held",
                status.held().stream()
                        .map(held -> Map.of("id", held.id(), "text", held.text(), "reason", held.reason()))
                        .toList());
        json.put("review", status.review());
        json.put("waiting", status.waiting());
        json.put("large_files", status.large());
        json.put("references_broken", status.references());
        json.put(
                "drift",
                status.drift().stream()
                        .map(drift -> Map.of(
                                "file", drift.file(),
                                "line", drift.line(),
                                "part", drift.part().text(),
                                "change", drift.words().text(),
                                "commit", drift.commit()))
                        .toList());
        json.put(
                "no_longer_hold",
                status.doubted().stream()
                        .map(doubted -> Map.of(
                                "id", doubted.line().id(),
                                "text", doubted.line().text().text(),
                                "reason", doubted.reason().text()))
                        .toList());
        json.put("unreadable_traces", status.unreadable());
        json.put(
                "hooks",
                status.hooks().stream()
                        .map(hook -> Map.of("hook", hook.hook(), "installed", hook.installed(), "words", hook.words()))
                        .toList());
        return json;
    }

    /** A reason often begins with the name of the file: it is not said twice. */
    static String named(String file, String reason) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return reason.startsWith(name) ? file + reason.substring(name.length()) : file + ": " + reason;
    }

    private static Map<String, Object> json(SeenCommit seen) {
        return Map.of("id", seen.id(), "state", RepositoryStatus.word(seen.state()), "reason", seen.reason());
    }

    private static Map<String, Object> json(StoredRun run) {
        return Map.of(
                "id",
                run.id(),
                "source",
                run.source(),
                "outcome",
                run.outcome().value().word(),
                "observed",
                run.observedAt().toString());
    }

    private static String inWords(SeenCommit seen) {
        return Commit.shortId(seen.id())
                + (seen.state() == CommitState.FOUND
                        ? " (not judged yet)"
                        : seen.reason().isEmpty() ? "" : " (" + seen.reason() + ")");
    }

    private String lag(Standing standing) {
        String since = standing.since()
                .map(at -> ", the oldest since " + TIME.format(at.atZone(zone)))
                .orElse("");
        return standing.unseen() == 0 && since.isEmpty() ? "none" : standing.unseen() + " commits not seen yet" + since;
    }

    private String inWords(StoredRun run) {
        return run.source() + ", " + run.outcome().value().word() + ", seen "
                + TIME.format(run.observedAt().atZone(zone));
    }
}
