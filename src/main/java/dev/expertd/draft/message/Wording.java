package dev.expertd.draft.message;

import java.util.regex.Pattern;

/** What kinds of sentence there are, told by their words. */
final class Wording {
    private static final Pattern FAILURE = words(
            "fail(?:s|ed|ing|ures?)?|crash(?:es|ed|ing)?|hang(?:s|ing)?|hung|error(?:s|ed)?|\\w+(?:Error|Exception)|exceptions?|[45]\\d\\d|time(?:s|d)? ?outs?|brok(?:e|en)|breaks?|breaking|wrong(?:ly)?|missing|lost|los(?:es|ing)|dropp?(?:ed|ing|s)|empty|null|None|does nothing|(?:does not|doesn't|do not|don't|did not|didn't|not) (?:accept|support|allow|exist|work|match|expose|reach|handle|honou?r|propagate)|no longer \\w+|undefined|NaN|invalid|block(?:ed|s)|reject(?:s|ed)?|den(?:y|ied)|duplicat(?:e|es|ed)|corrupt(?:s|ed|ing)?|conflict(?:s|ed|ing)?|race|leak(?:s|ed|ing)?|stale|skipp(?:ed|ing)|ignor(?:ed|es|ing)|silent(?:ly)?|never|cannot|can't|couldn't|could not|unable|incorrect(?:ly)?|overwr(?:ites?|itten|ote)|infinite|deadlock(?:s|ed)?|truncat(?:ed|es)|mismatch(?:es|ed)?|unsupported|not found|exits?|exited|prevent(?:ed|s)|interfered?|collid(?:e|es|ed|ing)|clobber(?:s|ed|ing)?|contention|unreachable|flak(?:y|e|es)|regress(?:ion|ed)?|bug|NPE|OOM|throws?|threw|thrown|not work(?:ing)?|stuck|unresponsive|bypass(?:es|ed|ing)?|refus(?:es|ed|ing)|unexpected(?:ly)?|disappear\\w*|fr(?:ee|o)ze[sn]?|freezing|blank|misse[sd]|stall(?:s|ed)|not (?:show|render|fir|load|display|updat|sav|persist|appl|trigger|clear)\\w+|(?:always|still) (?:appeared|appears|showed|shows|returned|returns|used|ran)|swallow(?:s|ed)|interrupt(?:s|ed)|raises?|exceed(?:s|ed)?");
    private static final Pattern NEGATED_FAILURE = words(
            "(?:do not|does not|don't|doesn't|never|no longer|not|cannot|can't|won't|without|avoids?|avoiding)\\s+(?:\\w+\\s)?(?:leak|conflict|crash|fail|hang|drift|break|duplicat|collid|error|throw|corrupt|los|drop|block|overwrit|silently)\\w*");
    private static final Pattern COMPOUND = words(
            "(?:error|exception|failure|timeout|null|crash|conflict|duplicate|exit|invalid|empty|missing|fail)[- ](?:handling|handlers?|messages?|codes?|pages?|boundar\\w+|logs?|logging|types?|values?|config\\w*|settings?|checks?|modes?|detection|reports?|reporting|paths?|states?|cases?|status|strings?|lists?|fast|over|safe|safety|responses?|mapping|fields?|body|imports?)|race-free|error-prone|non-null|no errors?|not the (?:root )?cause");
    private static final Pattern HEDGE = words(
            "probably|likely|perhaps|maybe|might be|could be related|not clear|unclear|seems?|apparently|presumably|i think|i guess|unsure|per review|review (?:discussion|findings?|thread)|flagged in review|not worth|by design|out of scope|follow-?ups?|harmless|benign|pre-existing|unrelated|not related to|false positive|is fine|intentional(?:ly)?|should (?:be|fix|help|work)");
    private static final Pattern RESULT = Pattern.compile(
            "(?i)^(?:results?:|verified|tested|all (?:\\d+|tests|tool|checks)|both work|\\d+/\\d+|baseline|\\w+ \\d+ (?:now )?pass|tests?:|note that all|now passes|confirmed)|\\b\\d+/\\d+\\b.{0,40}\\bpass|\\ball \\d+ tests|\\btests? (?:now )?(?:all )?pass(?:es|ing)?\\b");
    private static final Pattern NOW =
            words("now|no longer|from now on|henceforth|with this (?:change|patch|fix|commit)");
    private static final Pattern THEN = words("but|because|previously|before this|was|were");
    private static final Pattern UNAFFECTED = Pattern.compile(
            "(?i)\\bso\\b[^.]{0,80}\\b(?:can't|cannot|can no longer|never)\\b|\\bunaffected\\b|\\bunchanged\\b");
    private static final Pattern ALSO = Pattern.compile(
            "(?i)^(?:also|additionally|in addition|while (?:at it|here)|bonus|drive-by|minor|cleanup)\\b");
    private static final Pattern ANAPHOR = Pattern.compile(
            "(?i)^(?:`[^`]{1,80}`: )?(?:this|that|these|those|it|its|they|both(?!.{1,60} and )|such|which|here|the (?:latter|former|same|above|other)|he|she|hence|thus|however|therefore|then|so|but|and|or|yet|as a result|consequently|otherwise|as these|likewise|similarly|same)\\b");
    private static final Pattern TALK = Pattern.compile("\\b(?:I|I'm|I've|I'd|my|me|you|your)\\b");
    private static final Pattern WE = words("we (?:need|want|should|can|must|will|have to|would like|could|might)");
    private static final Pattern HEADED = words(
            "results?|baseline|test plan|testing|verification|files? (?:added|changed|modified)|usage|screenshots?|todo|follow.?ups?|next steps|changes? summary|docs|documentation|housekeeping");
    private static final Pattern ABOUT_TESTS = Pattern.compile(
            "(?i)^(?:(?:add|adds|added|extend|update|new|also add)\\b.{0,60}\\b(?:tests?|coverage|specs?)\\b|document|docs?\\b|readme|expertise|tests?\\b|update (?:the )?(?:docs|readme|tests))");

    private Wording() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /** Tells of a failure: not of one that does not happen, nor of a thing that is only named after one. */
    static boolean fails(String text) {
        String plain =
                COMPOUND.matcher(NEGATED_FAILURE.matcher(text).replaceAll(" ")).replaceAll(" ");
        return FAILURE.matcher(plain).find();
    }

    /** Tells of a failure that does not happen any more. */
    static boolean failsNoMore(String text) {
        return NEGATED_FAILURE.matcher(text).find();
    }

    static boolean hedges(String text) {
        return HEDGE.matcher(text).find();
    }

    /** Tells how well things are afterwards, or that tests pass. */
    static boolean praises(String text) {
        boolean after = NOW.matcher(text).find() && !THEN.matcher(text).find();
        return after || UNAFFECTED.matcher(text).find() || RESULT.matcher(text).find();
    }

    static boolean isAside(String text) {
        return ALSO.matcher(text).find();
    }

    /** Needs the sentence before it to be understood. */
    static boolean leansBack(String text) {
        return ANAPHOR.matcher(text).find();
    }

    static boolean talks(String text) {
        return TALK.matcher(text).find() || WE.matcher(text).find();
    }

    static boolean isReportHeading(String heading) {
        return HEADED.matcher(heading).find();
    }

    static boolean isAboutTests(String text) {
        return ABOUT_TESTS.matcher(text).find();
    }
}
