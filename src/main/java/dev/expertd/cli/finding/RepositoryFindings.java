package dev.expertd.cli.finding;

import dev.expertd.git.Unfinished;
import dev.expertd.journal.StoredRun;
import dev.expertd.model.Commit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is not well with a repository, each with what mends it; {@code status} and {@code doctor} tell the same. */
public final class RepositoryFindings {
    /** What git is in the middle of for so long was forgotten. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    /** What a daemon has not looked at after so long it does not look at. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Instant now;
    private final boolean daemonRuns;
    private final List<Finding> problems = new ArrayList<>();

    private RepositoryFindings(Instant now, boolean daemonRuns) {
        this.now = now;
        this.daemonRuns = daemonRuns;
    }

    /** The problems, the gravest first; empty if all is well. */
    public static List<Finding> of(RepositoryStatus status, Instant now, boolean daemonRuns) {
        RepositoryFindings findings = new RepositoryFindings(now, daemonRuns);
        findings.look(status);
        return findings.problems;
    }

    private void look(RepositoryStatus status) {
        if (!status.problem().isEmpty()) {
            problem("repository", status.problem());
            return;
        }
        status.settings()
                .forEach(mistake -> problem(
                        "settings refused",
                        mistake,
                        "edit that file; a daemon that runs goes on with what it read before, nothing else learns here until"
                                + " then"));
        if (!status.trouble().isEmpty() && status.settings().isEmpty()) {
            problem("pass", status.trouble());
        }
        behind(status);
        status.standing().unfinished().ifPresent(operation -> unfinished(operation, status));
        status.closed().forEach((file, why) -> problem(file.isEmpty() ? "expert" : file, why));
        silent(status);
        status.hooks().stream()
                .filter(hook -> !hook.installed() && hook.words().contains("`expertd"))
                .map(hook -> hook.words())
                .distinct()
                .forEach(words -> problem("hook", words.replace(", until then the sweep looks", "")));
    }

    private void behind(RepositoryStatus status) {
        Standing standing = status.standing();
        boolean late = standing.since()
                .filter(at -> Duration.between(at, now).compareTo(LATE) > 0)
                .isPresent();
        if (late && standing.unseen() > 0) {
            problem(
                    "lag",
                    standing.unseen() + (standing.unseen() == 1 ? " commit was" : " commits were")
                            + " not looked at yet, the oldest made "
                            + ago(standing.since().get()),
                    daemonRuns
                            ? status.enrolled() ? "`expertd learn` looks now" : "`expertd init` enrols it"
                            : "`expertd daemon start`, or `expertd learn` for once");
        }
    }

    private void unfinished(Unfinished operation, RepositoryStatus status) {
        boolean holds = status.commitsWaiting() > 0
                || !status.waiting().isEmpty()
                || status.standing().unseen() > 0;
        if (Duration.between(operation.since(), now).compareTo(FORGOTTEN) > 0) {
            problem(
                    "git",
                    operation.operation() + " was begun and left " + ago(operation.since())
                            + (holds
                                    ? ": " + status.commitsWaiting() + " commits and "
                                            + status.waiting().size() + " writes wait for its end"
                                    : ": nothing is written until its end"),
                    operation.end());
        }
    }

    private void silent(RepositoryStatus status) {
        Standing standing = status.standing();
        if (status.lastRun().isEmpty() && status.known()) {
            problem("trace", "none was ever seen, so no test says whether anything worked", traceLine(standing));
        } else if (standing.withoutRuns()) {
            problem(
                    "runs",
                    "none of the last " + Standing.COMMITS + " commits has one; "
                            + status.lastRun().map(this::inWords).orElse("none was ever seen"),
                    status.unreadable().isEmpty()
                            ? "see that your tests leave their report at each run: `expertd runs` tells what it says"
                            : "`expertd runs FILE` tells why a report cannot be read");
        }
        if (!standing.silence().isEmpty()) {
            String why = standing.silence().stream()
                    .map(reason -> reason.getValue() + " times: " + reason.getKey())
                    .collect(Collectors.joining(", "));
            problem(
                    "learning",
                    "the last " + Standing.ACTS + " acts taught nothing (" + why.replace(';', ',') + ")",
                    "`expertd log` lists them, `expertd why COMMIT` tells more of each");
        }
    }

    private static String traceLine(Standing standing) {
        return standing.runners().isEmpty()
                ? "name your test report under `traces:` in .expertd.yml"
                : standing.runners().stream().map(line -> "`" + line + "`").collect(Collectors.joining(" or "));
    }

    private String inWords(StoredRun run) {
        String of =
                run.boundTo().isEmpty() ? "waits (" + run.binding() + ")" : "tested " + Commit.shortId(run.boundTo());
        return "the last one was seen " + ago(run.observedAt()) + " and " + of;
    }

    /** How long ago that was: {@code 3 days ago}. */
    String ago(Instant then) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        long number = age.toDays() > 0 ? age.toDays() : age.toHours() > 0 ? age.toHours() : age.toMinutes();
        String unit = age.toDays() > 0 ? "day" : age.toHours() > 0 ? "hour" : "minute";
        return String.format(Locale.ROOT, "%d %s%s ago", number, unit, number == 1 ? "" : "s");
    }

    private void problem(String about, String words, String mend) {
        problems.add(Finding.problem(about, words, mend));
    }

    private void problem(String about, String wordsAndMend) {
        problems.add(Finding.problem(about, wordsAndMend));
    }
}
