package dev.expertd.draft.message;

import dev.expertd.model.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads paragraphs: the sentence that names the cause best, and the one that says what to do. */
final class ProseReader {
    private static final int LONGEST = 420;
    private static final Pattern LABEL = Pattern.compile(
            "(?i)^(?:\\*\\*)?(?:root cause|cause|problem|issue|why|background|motivation|symptom)s?(?:\\*\\*)?:(?:\\*\\*)?\\s*");
    private static final Pattern FIX = Pattern.compile("^Fix(?:ed)?:\\s*");
    /** "... because the key is left out; use `row.get`". */
    private static final Pattern LAST_CLAUSE = Pattern.compile("^(.{40,}?); ((?!and |or |so )[^;]{6,140})$");

    private static final Pattern WITHOUT =
            Pattern.compile("(?i)^without (?:this|that|it)(?: change| fix| patch| commit)?,?\\s*");
    private static final Pattern FILLER = Pattern.compile(
            "^(?:(?:Issue|PR|Bug) #?\\w+ (?:noticed|reported|shows|showed|found|describes) that|Unfortunately|Sometimes|Currently|Actually|Note that|Apparently|However|Today|Right now),?\\s+(?=\\w)");
    private static final Pattern RESTORES =
            Pattern.compile("\\b(?:replaced|removed|dropped|overwrote|broke|breaks|causes?d?)\\b");
    private static final Pattern SHA = Pattern.compile("\\b(?=[a-f]{0,39}\\d)[0-9a-f]{7,40}\\b");
    private static final Pattern TICKET = Pattern.compile("^\\w+ (?:\\w+ )?#");
    private static final Pattern UNBOUND = Pattern.compile("(?i)\\b(?:this|that|these|those|it|both|them)\\b");
    private static final Pattern TESTS =
            Pattern.compile("(?i)\\b(?:tests?|coverage|javadoc|changelog|documentation|regression guards?)\\b");
    private static final Pattern HISTORY =
            Pattern.compile("(?i)\\b(?:root cause|previously|used to|was caused by|were caused by)\\b");

    /** What a sentence does in its paragraph. */
    private enum Role {
        STATES,
        FIXES,
        ASIDE,
        SILENT
    }

    private record Said(String text, Role role, int inParagraph) {}

    private final Subject subject;
    private final List<Unit> items;

    ProseReader(Subject subject, List<Unit> items) {
        this.subject = subject;
        this.items = items;
    }

    Optional<Finding> read(List<String> paragraphs) {
        if (subject.type().equals("feat")
                && paragraphs.stream().noneMatch(text -> HISTORY.matcher(text).find())) {
            return Optional.empty();
        }
        List<Said> said = new ArrayList<>();
        for (String paragraph : paragraphs) {
            int position = 0;
            for (String sentence : Sentences.of(LABEL.matcher(paragraph).replaceFirst(""))) {
                said.add(new Said(sentence, role(sentence), position++));
            }
        }
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < said.size(); i++) {
            double score = score(said, i);
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        double needed = subject.needsOutspokenCause() ? Finding.WORTH_A_DRAFT + 1 : Finding.WORTH_A_DRAFT;
        return best < 0 || bestScore < needed ? Optional.empty() : compose(said, best, bestScore);
    }

    private static Role role(String sentence) {
        boolean announces = sentence.endsWith(":") && Imperative.of(sentence).isEmpty();
        boolean bracketed = sentence.startsWith("(") && sentence.matches("(?s).*\\)\\.?$");
        boolean beside = Wording.isAboutTests(sentence) || Wording.tidies(sentence) || Wording.isAboutWords(sentence);
        if (announces || bracketed || beside || Wording.hedges(sentence) || Wording.talks(sentence)) {
            return Role.SILENT;
        }
        if (FIX.matcher(sentence).find() || Imperative.of(sentence).isPresent()) {
            return Role.FIXES;
        }
        if (Wording.isAside(sentence)) {
            return Role.ASIDE;
        }
        return Wording.praises(sentence) ? Role.SILENT : Role.STATES;
    }

    private double score(List<Said> said, int i) {
        Said at = said.get(i);
        String text = at.text();
        Set<Cue> cues = Cue.in(text);
        boolean strong = cues.stream().anyMatch(Cue::isStrong);
        boolean outspoken = cues.stream().anyMatch(Cue.OUTSPOKEN::contains);
        boolean fails = Wording.fails(text)
                || subject.repairs() && outspoken && Wording.isPast(text)
                || subject.repairs() && ItemReader.replacesWhatFailed(text);
        boolean lossByRevert = subject.type().equals("revert")
                && !text.startsWith("This reverts")
                && RESTORES.matcher(text).find();
        boolean needs = subject.repairs() && at.role() == Role.STATES && i < 2 && cues.contains(Cue.REQUIRES);
        if (at.role() == Role.SILENT
                || text.endsWith(":")
                || text.length() > LONGEST
                || cues.isEmpty() && !lossByRevert) {
            return 0;
        }
        if (at.role() == Role.FIXES && !strong && !ItemReader.replacesWhatFailed(text)
                || subject.needsOutspokenCause() && !(fails && outspoken) && !lossByRevert) {
            return 0;
        }
        if (!fails
                && !needs
                && !lossByRevert
                && !cues.contains(Cue.NEGATED)
                && !cues.contains(Cue.EVALUATED)
                && !cues.contains(Cue.DEFAULTED)
                && !cues.contains(Cue.TO_AVOID)
                && !cues.contains(Cue.WITHOUT)) {
            return 0;
        }
        double score = ItemReader.score(text) - 0.25 * i;
        score += lossByRevert ? 4 : 0;
        score += ItemReader.replacesWhatFailed(text) ? 4 : 0;
        score -= Wording.isOfTheMoment(text) && !subject.repairs() ? 1 : 0;
        score += needs ? 2 : 0;
        score -= at.role() == Role.ASIDE ? 2 : at.role() == Role.FIXES ? 1 : 0;
        if (WITHOUT.matcher(text).find()) {
            return said.size() <= 6 ? score + 1 : 0;
        }
        if (Wording.leansBack(text)) {
            return canLean(said, i) ? score - 0.5 : 0;
        }
        return score;
    }

    private static boolean canLean(List<Said> said, int i) {
        if (i == 0) {
            return false;
        }
        Said before = said.get(i - 1);
        return before.inParagraph() == said.get(i).inParagraph() - 1
                && before.role() == Role.STATES
                && !Wording.leansBack(before.text())
                && before.text().length() + said.get(i).text().length() < 270;
    }

    private Optional<Finding> compose(List<Said> said, int best, double score) {
        String text = said.get(best).text();
        Optional<String> subjectFix = Imperative.of(subject.description()).filter(fix -> !Imperative.isVague(fix));
        Matcher without = WITHOUT.matcher(text);
        if (without.find()) {
            return subjectFix.map(fix -> new Finding(
                    Section.COMMON_ISSUES,
                    Prose.capital(Prose.trimmed(text.substring(without.end()))),
                    fix.split(" to (?:avoid|prevent) ", 2)[0],
                    score + 2));
        }
        if (said.get(best).role() == Role.FIXES && !Wording.leansBack(text)) {
            return new ItemReader(subject)
                    .read(text)
                    .map(found -> new Finding(
                            found.section(), found.statement(), found.detail(), Math.max(found.score(), score)));
        }
        String cause = FILLER.matcher(text).replaceFirst("");
        String statement = Prose.capital(Prose.trimmed(
                Wording.leansBack(text) ? said.get(best - 1).text().replaceAll("\\.$", "") + ". " + cause : cause));
        Matcher clause = LAST_CLAUSE.matcher(statement);
        Optional<String> own =
                clause.matches() ? Imperative.of(clause.group(2)).filter(ProseReader::isClear) : Optional.empty();
        if (own.isPresent() && !Imperative.isVague(own.get()) && Wording.fails(clause.group(1))) {
            return Optional.of(new Finding(Section.COMMON_ISSUES, clause.group(1), own.get(), score + 1));
        }
        Optional<String> fix = fixAfter(said, best, statement).or(() -> fixBefore(said, best));
        Optional<Replacement> replaced =
                subjectFix.flatMap(Replacement::in).filter(found -> CodeSpans.namesCode(found.old()));
        if (replaced.isPresent() && statement.length() < 170) {
            return Optional.of(new Finding(
                    Section.PATTERNS_TO_AVOID,
                    "Don't use " + replaced.get().old(),
                    Prose.small(statement) + "; use " + replaced.get().now(),
                    score + 1));
        }
        Optional<String> detail =
                fix.or(() -> subjectFix.filter(found -> said.size() <= 3 || sharesStem(found, statement)));
        Section section = subject.type().equals("revert")
                        || Cue.in(text).contains(Cue.PREVIOUS)
                                && !said.isEmpty()
                                && text.matches(
                                        "(?i).*\\b(?:previous|earlier|old) (?:\\w+ )?(?:approach|fix|attempt|wrapper|workaround)\\b.*")
                ? Section.PATTERNS_TO_AVOID
                : Section.COMMON_ISSUES;
        if (detail.isEmpty() && !Wording.fails(statement)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                section, statement, Prose.trimmed(detail.orElse("")), score + (detail.isPresent() ? 1 : 0)));
    }

    /** In another paragraph it must speak of the same things, or it mends something else. */
    private Optional<String> fixAfter(List<Said> said, int best, String statement) {
        boolean elsewhere = false;
        for (int j = best + 1; j < Math.min(best + 4, said.size()); j++) {
            String text = FIX.matcher(said.get(j).text()).replaceFirst("");
            elsewhere |= said.get(j).inParagraph() == 0;
            if (said.get(j).role() == Role.FIXES) {
                if (text.endsWith(":")) {
                    return listed(text);
                }
                Optional<String> fix = Imperative.of(text).filter(ProseReader::isClear);
                boolean labelled = text.length() < said.get(j).text().length();
                if (fix.isPresent() && (!elsewhere || labelled || sharesStem(text, statement))) {
                    return fix;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fixBefore(List<Said> said, int best) {
        return best > 0 && said.size() <= 4 && said.get(best - 1).role() == Role.FIXES
                ? Imperative.of(said.get(best - 1).text()).filter(ProseReader::isClear)
                : Optional.empty();
    }

    /** "Replace with:" and the items below it. */
    private Optional<String> listed(String announcement) {
        String heading = announcement.replaceAll(":$", "");
        List<String> listed = items.stream()
                .filter(item ->
                        heading.endsWith(item.heading()) && !item.heading().isEmpty())
                .limit(3)
                .map(item ->
                        item.text().replaceAll("\\s*\\([^()]{0,200}\\)", "").strip())
                .map(text -> text.matches(
                                "(?:aws|git|npm|npx|docker|python3?|pip|curl|mvn|gradle|cargo|go|kubectl|just|make|pytest)\\s[\\w\\s./=:-]{1,60}")
                        ? "`" + text + "`"
                        : text)
                .toList();
        return listed.isEmpty()
                ? Optional.empty()
                : Imperative.of(heading + " x")
                        .map(lead -> lead.substring(0, lead.length() - 2) + " " + String.join(" and ", listed));
    }

    private static boolean isClear(String fix) {
        String start = fix.split(",", 2)[0];
        return !SHA.matcher(fix).find()
                && !TICKET.matcher(fix).find()
                && !TESTS.matcher(fix).find()
                && !UNBOUND.matcher(start.substring(0, Math.min(40, start.length())))
                        .find()
                && !fix.endsWith(":");
    }

    private static boolean sharesStem(String fix, String statement) {
        Set<String> stems = stems(fix);
        return stems(statement).stream().anyMatch(stems::contains);
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (String word : text.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+", -1)) {
            if (word.length() >= 4) {
                stems.add(word.substring(0, Math.min(5, word.length())));
            }
        }
        return stems;
    }
}
