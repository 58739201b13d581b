package dev.expertd.draft.message;

import java.util.regex.Pattern;

/** What kinds of sentence there are, told by their words. */
final class Wording {
    private static final Pattern FAILURE = words(
            "fail(?:s|ed|ing|ures?)?|crash(?:es|ed|ing)?|hang(?:s|ing)?|hung|error(?:s|ed)?|\\w+(?:Error|Exception)|exceptions?|[45]\\d\\d|time(?:s|d)? ?outs?|brok(?:e|en)|breaks?|breaking|wrong(?:ly)?|missing|lost|los(?:es|ing)|dropp?(?:ed|ing|s)|empty|null|None|does nothing|(?:does not|doesn't|do not|don't|did not|didn't|not) (?:accept|support|allow|exist|work|match|expose|reach|handle|honou?r|propagate)|no longer \\w+|undefined|NaN|invalid|block(?:ed|s)|reject(?:s|ed)?|den(?:y|ied)|duplicat(?:e|es|ed)|corrupt(?:s|ed|ing)?|conflict(?:s|ed|ing)?|race|leak(?:s|ed|ing)?|stale|skipp(?:ed|ing)|ignor(?:ed|es|ing)|silent(?:ly)?|never|cannot|can't|couldn't|could not|unable|incorrect(?:ly)?|overwr(?:ites?|itten|ote)|infinite|deadlock(?:s|ed)?|truncat(?:ed|es)|mismatch(?:es|ed)?|unsupported|not found|exits?|exited|prevent(?:ed|s)|interfered?|collid(?:e|es|ed|ing)|clobber(?:s|ed|ing)?|contention|unreachable|flak(?:y|e|es)|regress(?:ion|ed)?|bug|NPE|OOM|throws?|threw|thrown|not work(?:ing)?|stuck|unresponsive|bypass(?:es|ed|ing)?|refus(?:es|ed|ing)|unexpected(?:ly)?|disappear\\w*|fr(?:ee|o)ze[sn]?|freezing|blank|misse[sd]|stall(?:s|ed)|not (?:show|render|fir|load|display|updat|sav|persist|appl|trigger|clear)\\w+|(?:always|still) (?:appeared|appears|showed|shows|returned|returns|used|ran)|swallow(?:s|ed)|interrupt(?:s|ed)|raises?|exceed(?:s|ed)?|panic(?:s|ked|king)?|nil|segfault\\w*|abort(?:s|ed)?|no-ops?|spurious(?:ly)?|surpris\\w+|misleading|garbage|malformed|twice|out of (?:sync|date|range|bounds|memory|order)|too (?:early|late|many|few|large|small|short|long|strict|eager\\w*)|violat(?:e|es|ed|ing)|void(?:s|ed|ing)|unbounded|starv\\w+|mis(?:interpret|read|handl|match|pars|report|rout|label|classif)\\w*|(?:had|has|have) no effect|under-?flow\\w*|over-?flow\\w*|exhaust(?:s|ed|ion)|evade[ds]?|spoof\\w*|inject(?:ion|ed)|vulnerab\\w+|XSS|traversal|divide-by-zero|division by zero|dead (?:code|lock)?|unusable|useless|unintended|inconsisten\\w+|nondeterministic|drift(?:s|ed)?|bogus|hidden|shadow(?:s|ed)|suppress(?:es|ed)|discard(?:s|ed)|overrid(?:es|den)|overrode|expos(?:es|ed)|disclos\\w+");
    private static final Pattern NEGATED_FAILURE = words(
            "(?:do not|does not|don't|doesn't|never|no longer|not|cannot|can't|won't|without|avoids?|avoiding)\\s+(?:\\w+\\s)?(?:leak|conflict|crash|fail|hang|drift|break|brok|panic|duplicat|collid|error|throw|corrupt|los|drop|block|overwrit|silently)\\w*");
    private static final Pattern COMPOUND = words(
            "(?:error|exception|failure|timeout|null|crash|conflict|duplicate|exit|invalid|empty|missing|fail)[- ](?:handling|handlers?|messages?|codes?|pages?|boundar\\w+|logs?|logging|types?|values?|config\\w*|settings?|checks?|modes?|detection|reports?|reporting|paths?|states?|cases?|status|strings?|lists?|fast|over|safe|safety|responses?|mapping|fields?|body|imports?)|race-free|error-prone|non-null|no errors?|not the (?:root )?cause");
    private static final Pattern HEDGE = words(
            "probably|likely|perhaps|maybe|might be|could be related|not clear|unclear|seems?|apparently|presumably|i think|i guess|unsure|per review|review (?:discussion|findings?|thread)|flagged in review|not worth|by design|out of scope|follow-?ups?|harmless|benign|pre-existing|unrelated|not related to|false positive|is fine|intentional(?:ly)?|should (?:be|fix|help|work)"
                    + "|(?:was|is|were|are)(?: not|n't) the (?:\\w+ )?(?:reason|cause|culprit)|(?:was|were) ever|some ?day|one day|in theory|theoretically|hypothetical\\w*"
                    + "|(?:before|until|till|by|next) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|week|month)|on (?:holiday|vacation)|todo:");

    /** "It does not crash, because ..." tells of no failure, whatever its reason. */
    private static final Pattern SPARED = Pattern.compile(
            "(?i)\\b(?:do(?:es)? not|don't|doesn't|did not|didn't|cannot|can't|never|no longer|won't)\\s+(?:\\w+\\s)?(?:crash|fail|hang|break|leak|panic|deadlock|throw|raise|matter)\\w*(?: \\w+){0,4},? (?:because|since)\\b");

    private static final Pattern RESULT = Pattern.compile(
            "(?i)^(?:results?:|verified|tested|all (?:\\d+|tests|tool|checks)|both work|\\d+/\\d+|baseline|\\w+ \\d+ (?:now )?pass|tests?:|note that all|now passes|confirmed)|\\b\\d+/\\d+\\b.{0,40}\\bpass|\\ball \\d+ tests|\\btests? (?:now )?(?:all )?pass(?:es|ing)?\\b");
    private static final Pattern NOW =
            words("now|no longer|from now on|henceforth|with this (?:change|patch|fix|commit)");
    private static final Pattern THEN = words("but|because|previously|before this|was|were");
    private static final Pattern UNAFFECTED = Pattern.compile(
            "(?i)\\bso\\b[^.]{0,80}\\b(?:can't|cannot|(?:can|will|would|may) (?:no longer|never))\\b|\\bunaffected\\b|\\bunchanged\\b");
    private static final Pattern ALSO = Pattern.compile(
            "(?i)^(?:also|additionally|in addition|while (?:at it|here)|bonus|drive-by|minor|cleanup)\\b");
    private static final Pattern ANAPHOR = Pattern.compile(
            "(?i)^(?:`[^`]{1,80}`: )?(?:this|that|these|those|it|its|they|both(?!.{1,60} and )|such|which|here|the (?:latter|former|same|above|other)|he|she|hence|thus|however|therefore|then|so|but|and|or|yet|as a result|consequently|otherwise|as these|likewise|similarly|same|(?:each|neither|none|either|most|some|all)(?: of (?:them|these|those|which))? (?:is|are|was|were|has|have|had|does|do|did|can|could)|afterwards?|subsequently|later|meanwhile|at (?:this|that) point|only then|doing so|to do so|in (?:this|that|such|both|either) cases?|the (?:fix|change|same|second|first|other|new|previous one|rest|following|above|reason|result|solution)|another)\\b");
    private static final Pattern TALK = Pattern.compile("\\b(?:I|I'm|I've|I'd|my|me|you|your)\\b");
    private static final Pattern WE = words("we (?:need|want|should|can|must|will|have to|would like|could|might)");
    private static final Pattern HEADED = words(
            "how (?:was|were|is|has) .{0,40}(?:tested|verified)|tested|checklist|ai usage|reviewers?|limitations|what is not|breaking changes?|benchmarks?|results?|baseline|test plan|testing|verification|files? (?:added|changed|modified)|usage|screenshots?|todo|follow.?ups?|next steps|changes? summary|docs|documentation|housekeeping");
    /** What a description of the work done comes under; a failure told there is one that the work removed. */
    private static final Pattern WORK = words(
            "changes?|changed|what (?:it|this) does|description|summary|implementation|solution|approach|the fix|details|design|behaviou?r");

    private static final Pattern PAST = Pattern.compile("\\b(?:was|were|had|did|could|would|\\w{3,}ed)\\b");
    private static final Pattern OF_THE_MOMENT = words("currently|for now|at the moment|today|right now|yet");

    private static final Pattern ABOUT_TESTS = Pattern.compile(
            "^\\W{0,4}(?:`?\\w{0,60}(?<![a-z])[Tt]est(?:s\\b|_|[A-Z])\\w*|\\w+_test\\b)|(?i)^(?:(?:add|adds|added|extend|update|new|also add)\\b.{0,60}\\b(?:tests?|coverage|specs?)\\b|(?:add|adds|added|new|regression|also)\\b.{0,40}`?test[_A-Z]|stabili[sz]e\\w* `?test|document|docs?\\b|readme|expertise|tests?\\b|update (?:the )?(?:docs|readme|tests))");

    /** Tidying up teaches nothing, whatever its reason. */
    private static final Pattern TIDIES = Pattern.compile(
            "(?i)^(?:`[^`]{1,80}`: )?(?:remove|delete|drop|inline|rename|move|clean(?: up)?|deduplicate|extract|refactor|simplify)[sd]?\\b.{0,160}\\b(?:(?:is|are|was|were) (?:no longer|not|never) (?:used|needed|necessary|required|called|referenced)|no longer (?:used|needed|necessary|required|applicable|called)|un(?:used|needed|necessary|referenced)|no (?:other )?(?:callers?|users?|uses)|redundant|obsolete|dead code|leftover|effectively dead)\\b|\\beffectively dead code\\b");

    /** Talks about the text around the code, or about the work on it. */
    private static final Pattern ABOUT_WORDS = Pattern.compile(
            "(?i)^(?:`[^`]{1,80}`: )?(?:the |a |this |existing |old )*(?:(?:doc|source|code|inline) )?(?:comments?|docs?|documentation|docstrings?|readme|changelog|pr|pull request|review(?:er)?s?|linter|snapshots?|fixtures?|unit tests?|tests?|benchmarks?|spec)\\b");

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
        return HEDGE.matcher(text).find() || SPARED.matcher(text).find();
    }

    /** Tells how well things are afterwards, or that tests pass. */
    static boolean praises(String text) {
        boolean after = NOW.matcher(text).find() && !THEN.matcher(text).find();
        return after || UNAFFECTED.matcher(text).find() || RESULT.matcher(text).find();
    }

    static boolean tidies(String text) {
        return TIDIES.matcher(text).find();
    }

    static boolean isAboutWords(String text) {
        return ABOUT_WORDS.matcher(text).find();
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

    static boolean isWorkHeading(String chapter) {
        return WORK.matcher(chapter).find();
    }

    /** Tells what happened, not what happens. */
    static boolean isPast(String text) {
        return PAST.matcher(text).find();
    }

    /** Holds now and perhaps not next month. */
    static boolean isOfTheMoment(String text) {
        return OF_THE_MOMENT.matcher(text).find();
    }

    static boolean isAboutTests(String text) {
        return ABOUT_TESTS.matcher(text).find();
    }
}
