package dev.expertd.draft.message;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A wording that gives a reason, and how much it is worth. */
enum Cue {
    BECAUSE("\\bbecause\\b", true),
    SINCE("(?:^|, |\\s)since (?!v?\\d|then|the (?:beginning|commit)|january|february)[\\w`]", true),
    DUE_TO("\\bdue to\\b", true),
    CAUSED_BY("\\b(?:caused|triggered|produced) by\\b", true),
    CAUSING("\\b(?:causing|caused|causes)\\b(?! by)", true),
    RESULT_IN("\\b(?:result(?:s|ed|ing) in|as a result|le(?:d|ads?) to|leading to)\\b", true),
    WHICH_BROKE(
            "\\b(?:which|that) (?:emits?|emitted|threw|throws|raised?|raises|returned|exhaust\\w*|broke|breaks|made|makes|meant|means|prevent(?:s|ed)|fails?|failed|crash\\w*|blocks?|blocked|causes?|caused|le(?:d|ads?) to)\\b",
            true),
    ROOT_CAUSE("\\broot causes?\\b|\\bthe (?:problem|issue|bug|culprit|reason) (?:is|was)\\b", true),
    CONDITION(
            "^(?:if|when|whenever|while|with|on|under) [^,]{8,120}, .{3,200}\\b(?:fails?|failed|failing|crash(?:es|ed)|throws?|threw|hangs?|hung|breaks?|broke|raises?|raised|rejected|dropped|lost|ignored|returns? (?:null|none|empty|wrong|an error)|returned (?:null|none|empty|wrong|an error)|times? out|deadlock\\w*|leak(?:s|ed)|corrupt\\w*|never|unreachable|stuck)\\b",
            true),
    PREVIOUS(
            "\\b(?:before|prior to) this (?:change|fix|commit|patch|pr)\\b|\\bused to \\w+|\\b(?:previous|prior|old|earlier|original|former)(?:ly)? .{0,60}\\b(?:broke|lost|had|was|were|did|failed|used|caused|only|never)\\b",
            true),
    TO_AVOID("\\bto (?:avoid|prevent)\\b|\\b(?:avoids?|prevents?) \\w+ing\\b|\\bpreventing\\b", true),
    WITHOUT("\\b(?:without (?:this|it|that|the)|otherwise)\\b", true),
    PARTICIPLE(
            ", (?:thus |thereby |silently |effectively |potentially |possibly )?(?:leaving|making|crashing|breaking|producing|giving|dropping|blocking|triggering|forcing|corrupting|throwing|raising|returning|losing|failing|hiding|masking|overwriting|stripping|bypassing|violating|voiding|exposing|allowing|suppressing|skewing|truncating|swallowing|discarding|ignoring|leaking|creating|disabling|invalidating|starving|skipping|rejecting|preventing|wasting|turning|mutating|duplicating|resulting|defeating|disclosing|inflating|clobbering|shadowing)\\b",
            true),
    DEFAULTED("\\b(?:default(?:s|ed) to|falls? back|fell back|by default)\\b", true),
    EVALUATED(
            "\\b(?:evaluated|cached|baked|initialized|imported|captured|resolved|hardcoded|shadow(?:s|ed)) (?:at|in|into|by|once|before|after|on)\\b",
            true),
    /** A consequence that came true. */
    SO_IT_DID(
            ",? so (?!that|far|as|we|i\\b|now)[^.;]{3,140}?\\b(?:was|were|never|got|could(?:n't| not)|did(?:n't| not)|had|lost|saw|took|kept|stayed|remained|went|came|fell|ran|became)\\b",
            true),
    INSTEAD("\\b(?:instead of|rather than|no longer)\\b", false),
    /** What was left out: "rebuilt the context without copying the registry". */
    WITHOUT_DOING(
            "\\bwithout (?:\\w+ )?(?!using|changing|adding|introducing)\\w+ing\\b|\\b(?:even though|even when|even if|despite|regardless of|unconditionally)\\b",
            false),
    WOULD("\\bwould (?:\\w+ )?(?!be nice|like|need|have to)\\w+|\\bended up\\b|\\bturn(?:s|ed) (?:out|into)\\b", false),
    SO(",? so (?!that|far|as)(?=[\\w`])", false),
    BUT(",? but (?!also)", false),
    WAS_NEVER("\\b(?:was|were) (?:never|not|only|missing|always|still|previously)\\b", false),
    NEGATED(
            "\\b(?:does not|doesn't|do not|don't|did not|didn't|is not|isn't|are not|aren't|can ?not|can't|couldn't|could not|wasn't|weren't|won't|NOT) \\w+",
            false),
    REQUIRES("\\b(?:requires?|required|needs? to|must(?: be| not)?|expects?|looks? for|has to|have to)\\b", false),
    ONLY("\\bonly (?:when|if|on|works?|reads?|accepts?|supports?|applies|matches|after|in)\\b", false),
    DASH("\\s(?:\u2014|\u2013|--|-)\\s", false);

    private final Pattern pattern;
    private final boolean strong;

    Cue(String regex, boolean strong) {
        this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        this.strong = strong;
    }

    boolean isStrong() {
        return strong;
    }

    static Set<Cue> in(String text) {
        EnumSet<Cue> cues = EnumSet.noneOf(Cue.class);
        for (Cue cue : values()) {
            if (cue.pattern.matcher(text).find()) {
                cues.add(cue);
            }
        }
        return cues;
    }

    /** Causes that are named as such, which is what a commit that claims no repair must do. */
    static final Set<Cue> OUTSPOKEN =
            EnumSet.of(BECAUSE, SINCE, DUE_TO, CAUSED_BY, CAUSING, ROOT_CAUSE, RESULT_IN, WHICH_BROKE);
}
