package dev.expertd.draft.message;

import dev.expertd.model.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what an author wrote beside the code of a repair. Comments tell what code does far more often than why, so only
 * a prohibition with its reason, a consequence of doing otherwise, and a cause that leaves no choice are taken.
 */
final class RemarkReader {
    private static final int SHORTEST = 50;
    private static final int LONGEST = 300;
    private static final Pattern FORBIDS = Pattern.compile(
            "(?i)^(?:we )?(?:do not|don't|never|must not|mustn't|should not|shouldn't|can't|cannot) (?!know|care|need|have|want|think|worry|bother)(\\w.{8,140}?)"
                    + "(?:,? (?:because|since|as|so that|so|in order to|to (?=avoid|prevent|ensure|keep))|[:;]|[;,.] otherwise,?| \u2014| --?) +(.{12,200})$");
    private static final Pattern OTHERWISE = Pattern.compile("(?i)[;,.(] ?(?:or|otherwise|or else),? (?=\\w)");
    private static final Pattern WITHOUT =
            Pattern.compile("(?i)^(?:without (?:this|that|it|the \\w+)(?: \\w+)?|otherwise|if not),? (.{20,})$");
    private static final Pattern CONSEQUENCE =
            Pattern.compile("(?i)\\b(?:would|cannot|can't|could|will(?: not)?|won't|may|might|must)\\b");
    private static final Pattern FORCES = Pattern.compile(
            "(?i)(?:, so (?:that )?|, (?:which|because|since) |\\bbecause |\\bdue to )(?=.{0,120}\\b(?:cannot|can't|must|would|won't|never|does not|doesn't|do not|don't|did not|isn't|is not|aren't|are not|has no|have no|only|breaks?|fails?|causes?|need(?:s|ed)?)\\b)");
    private static final Pattern SELF =
            Pattern.compile("(?i)\\b(?:I|I'm|TODO|FIXME|deprecated|this (?:is|was) fine)\\b|https?://|^only\\b");
    private static final Pattern POINTS = Pattern.compile("(?i)\\b(?:above|below|here)\\b|(?:^|[(;,] ?)see\\b|^\\d");

    /** "validate permits an empty name": a name and a verb, not an order. */
    private static final Pattern NAME_FIRST = Pattern.compile("(?i)^\\w+ \\w+s (?:an?|the|any|every|no)\\b.*");

    /** In comments a sentence often begins with the name of a function. */
    private static final Pattern NAME_BEGINS = Pattern.compile("(?<=[\\w)`]\\.) (?=[a-z]\\w*[A-Z_.(])");

    private static final Pattern ORDER = Pattern.compile("(?i)^(?:do not|don't|never) (\\w.{8,140})$");
    private static final Pattern SPARES = Pattern.compile("(?i)^this (?:prevents|avoids) (.{12,200})$");

    private final Subject subject;

    RemarkReader(Subject subject) {
        this.subject = subject;
    }

    /** The best that the remark says; empty if it gives no reason. */
    Optional<Finding> read(Remark remark) {
        List<Finding> found = new ArrayList<>();
        for (String paragraph : remark.paragraphs()) {
            List<String> sentences = Arrays.stream(NAME_BEGINS.split(paragraph, -1))
                    .flatMap(part -> Sentences.of(part).stream())
                    .toList();
            for (int i = 0; i < sentences.size(); i++) {
                String before = i == 0 ? "" : sentences.get(i - 1);
                read(Prose.trimmed(sentences.get(i)), Prose.trimmed(before)).ifPresent(found::add);
            }
        }
        return found.stream().max(Comparator.comparingDouble(Finding::score)).map(best -> placed(best, remark));
    }

    private Optional<Finding> read(String sentence, String before) {
        if (sentence.length() > LONGEST
                || SELF.matcher(sentence).find()
                || Wording.hedges(sentence)
                || Wording.isOfTheMoment(sentence)
                || Wording.isAboutTests(sentence)) {
            return Optional.empty();
        }
        Matcher without = WITHOUT.matcher(sentence);
        if (without.matches()) {
            return consequence(without.group(1), before);
        }
        Matcher order = ORDER.matcher(before);
        Matcher spares = SPARES.matcher(sentence);
        if (order.matches() && spares.matches()) {
            String rule = "Don't " + Prose.small(order.group(1));
            return Optional.of(new Finding(Section.PATTERNS_TO_AVOID, rule, spares.group(1), 4.5));
        }
        if (sentence.length() < SHORTEST
                || Wording.leansBack(sentence)
                || POINTS.matcher(sentence).find()) {
            return Optional.empty();
        }
        Matcher forbids = FORBIDS.matcher(sentence);
        if (forbids.matches()) {
            return Optional.of(new Finding(
                    Section.PATTERNS_TO_AVOID, "Don't " + Prose.small(forbids.group(1)), forbids.group(2), 4.5));
        }
        boolean consequence = OTHERWISE.matcher(sentence).find()
                && CONSEQUENCE.matcher(sentence).find()
                && Wording.fails(sentence);
        if (consequence) {
            return Optional.of(new Finding(Section.COMMON_ISSUES, sentence, "", 4));
        }
        if (FORCES.matcher(sentence).find() && Imperative.of(sentence).isEmpty()) {
            return Optional.of(new Finding(Section.COMMON_ISSUES, sentence, fix(sentence), 3.5));
        }
        boolean reasoned = Cue.in(sentence).stream()
                .anyMatch(cue -> cue == Cue.TO_AVOID || cue == Cue.SO || Cue.OUTSPOKEN.contains(cue));
        return !reasoned
                ? Optional.empty()
                : new ItemReader(subject)
                        .read(sentence)
                        .filter(item -> Wording.fails(item.statement()))
                        .map(item -> new Finding(item.section(), item.statement(), item.detail(), 3.5));
    }

    private Optional<Finding> consequence(String consequence, String before) {
        if (!Wording.fails(consequence) && !CONSEQUENCE.matcher(consequence).find()) {
            return Optional.empty();
        }
        Optional<String> told = NAME_FIRST.matcher(before).matches() ? Optional.empty() : Imperative.of(before);
        return told.filter(fix -> !Imperative.isVague(fix) && !Wording.leansBack(fix))
                .or(this::subjectFix)
                .map(fix -> new Finding(Section.COMMON_ISSUES, Prose.capital(consequence), fix, 4.5));
    }

    private String fix(String sentence) {
        return subjectFix().filter(fix -> !sentence.contains(fix)).orElse("");
    }

    private Optional<String> subjectFix() {
        return Imperative.of(subject.description()).filter(fix -> !Imperative.isVague(fix));
    }

    /** With the file before it, where nothing in it says of what code it speaks. */
    private static Finding placed(Finding found, Remark remark) {
        if (CodeSpans.namesCode(found.statement() + " " + found.detail())) {
            return found;
        }
        String file = "`" + remark.fileName() + "`";
        String statement = found.section() == Section.PATTERNS_TO_AVOID
                ? found.statement() + " in " + file
                : file + ": " + Prose.small(found.statement());
        return new Finding(found.section(), statement, found.detail(), found.score());
    }
}
