package dev.expertd.draft.message;

import dev.expertd.model.Commit;
import dev.expertd.model.Section;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings a finding into its final wording, or says what keeps it from being a line. */
final class Wordsmith {
    /** What is left of 300 characters for a suffix. */
    private static final int ROOM = 240;

    private static final int LEAST = 50;
    private static final int LEAST_DETAIL = 20;
    private static final Pattern COUNTS =
            Pattern.compile("(?i)\\bline \\d+|\\b\\d+/\\d+ (?:tests|pass)|\\b\\d+ tests\\b|https?://");
    private static final Pattern LEAD = Pattern.compile("^`[^`]{1,80}`: ");

    /** What begins so hangs in the air: "From being accepted and ...", "Mislabeling the ack as a result". */
    private static final Pattern DANGLES = Pattern.compile(
            "(?i)^\\w+ing(?: \\S+){0,6}$|^(?:instead of|rather than|from|of|to|by|into|onto|via|than|being|having|and|or|nor|that|which|whose|who)\\b");

    private static final Pattern TICKET_ONLY = Pattern.compile("(?i)^(?:\\w+ ){0,3}(?:#\\S*|[A-Z]{2,10}-\\d+)$");
    private static final int LEAST_WORDS = 5;
    private static final Pattern TICKET_FOR_CAUSE =
            Pattern.compile("(?i)\\b(?:because of|due to|caused by) (?:#\\d+|[A-Z]{2,10}-\\d+)(?=\\W|$)");
    private static final Pattern SHA =
            Pattern.compile("\\b(?:see|cf\\.?|in commit) [0-9a-f]{7,}|\\b[0-9a-f]{10,40}\\b");

    private Wordsmith() {}

    /** The finding ready to be drafted; empty if no truthful line of the right size can be made of it. */
    static Optional<Finding> finish(Finding found, Commit commit, String subject) {
        String statement = CodeSpans.mark(Prose.trimmed(found.statement().replace("this commit", "this change")));
        String plain = Prose.trimmed(found.detail());
        String detail = TICKET_ONLY.matcher(plain).matches() ? "" : CodeSpans.mark(plain);
        if (!CodeSpans.namesCode(statement + " " + detail)) {
            Optional<String> file = onlySource(commit);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            statement = "`" + file.get() + "`: " + Prose.small(statement);
        }
        Optional<Finding> fitted = fitted(new Finding(found.section(), statement, detail, found.score()));
        return fitted.filter(finished -> isSound(finished, subject));
    }

    /** Makes room: the fix is cut first, then the cause, then the fix goes; the failure itself is never cut away. */
    private static Optional<Finding> fitted(Finding found) {
        String statement = found.statement();
        String detail = found.detail();
        if (statement.length() + detail.length() <= ROOM) {
            return Optional.of(found);
        }
        Optional<String> less = Shortening.of(detail, Math.max(0, ROOM - statement.length()), true)
                .filter(text -> text.length() >= LEAST_DETAIL);
        if (less.isPresent()) {
            return Optional.of(found.withDetail(less.get()));
        }
        for (int limit : new int[] {ROOM - Math.min(detail.length(), 90), ROOM - 70}) {
            Optional<String> cause =
                    Shortening.of(statement, limit, false).filter(text -> keepsFailure(statement, text));
            Optional<String> fix = cause.flatMap(text -> Shortening.of(detail, ROOM - text.length(), true));
            if (cause.isPresent() && fix.isPresent()) {
                return Optional.of(new Finding(found.section(), cause.get(), fix.get(), found.score()));
            }
        }
        return Shortening.of(statement, ROOM, false)
                .filter(text -> keepsFailure(statement, text))
                .map(text -> new Finding(found.section(), text, "", found.score()));
    }

    private static boolean keepsFailure(String before, String after) {
        return Wording.fails(after) || !Wording.fails(before);
    }

    private static boolean isSound(Finding finding, String subject) {
        String whole = finding.statement() + " " + finding.detail();
        boolean balanced =
                Sentences.count(whole, '(') == Sentences.count(whole, ')') && Sentences.count(whole, '`') % 2 == 0;
        boolean pasted = Prose.trimmed(finding.statement().replace("`", "")).equalsIgnoreCase(Prose.trimmed(subject));
        return balanced
                && !pasted
                && whole.length() >= LEAST
                && isWhole(finding)
                && !Wording.leansBack(finding.statement())
                && !Wording.talks(whole)
                && !Wording.hedges(whole)
                && !COUNTS.matcher(whole).find()
                && !TICKET_FOR_CAUSE.matcher(whole).find()
                && !SHA.matcher(whole).find();
    }

    private static boolean isWhole(Finding finding) {
        String said = LEAD.matcher(finding.statement()).replaceFirst("");
        boolean prohibits = finding.section() == Section.PATTERNS_TO_AVOID;
        return !DANGLES.matcher(said).find()
                && (prohibits || said.split(" ", -1).length >= LEAST_WORDS)
                && !Wording.isAboutTests(said)
                && !Wording.tidies(said);
    }

    /** The file a lesson without any name is about, where the commit leaves no doubt. */
    private static Optional<String> onlySource(Commit commit) {
        List<String> sources = Paths.ranked(commit, "").stream()
                .filter(path -> Paths.isSource(path) && !Paths.isTest(path))
                .toList();
        return sources.isEmpty() || sources.size() > 3
                ? Optional.empty()
                : Optional.of(sources.get(0).substring(sources.get(0).lastIndexOf('/') + 1));
    }
}
