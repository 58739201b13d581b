package dev.expertd.draft.message;

import dev.expertd.model.Section;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a bullet or a numbered item: one cause with its own fix, or a fix with its own reason. */
final class ItemReader {
    private static final Pattern LABEL = Pattern.compile("(?:^|[.\\s\u2014-]\\s*)(?:Fix|Fixed|Solution):\\s+(.+)$");
    private static final Pattern FILE = Pattern.compile("^(?:\\*\\*)?([\\w./`-]{2,40})(?:\\*\\*)?:\\s+(.*)$");
    private static final Pattern FIX_FILE = Pattern.compile("(?i)^fix(?:e[sd])? ([\\w./-]+\\.\\w+):\\s*(?=[a-z])");
    /** "Parse each segment with A instead of B, which coalesced them". */
    private static final Pattern INSTEAD_WHICH = Pattern.compile(
            "(?i)^(.{8,140}?),? (?:instead of|rather than) ((?:\\S+ ){0,6}\\S+), which ((?:\\w+ )?(?:\\w{2,}ed|was|were|lost|broke|did|had|made|left|threw|led|kept|took|got|ran|fell)\\b.{6,200})$");

    private static final Pattern NOTE = Pattern.compile("(?i)^(?:note|root cause|cause|problem|issue|why):\\s*");
    private static final Pattern MISSING =
            Pattern.compile("(?i)\\b(?:was|were|is|are) (?:missing|absent)(?: entirely| completely)?$|^missing");
    private static final Pattern UNBOUND =
            Pattern.compile("(?i)\\b(?:this|these|those|them|it)\\b(?! (?:is|was|to be))");

    private static final Pattern TESTS = Pattern.compile("(?i)\\btests?\\b");

    /** Where an item parts into a fix and its reason. */
    private enum Break {
        DASH("\\s+(?:\u2014|\u2013|--)\\s+"),
        SEMICOLON(";\\s+"),
        TO_AVOID(",?\\s+to (?:avoid|prevent)\\s+"),
        BECAUSE(",?\\s+(?:because|since)\\s+(?!v?\\d)"),
        BRACKET(
                "\\s+\\((?=[^()]{0,200}\\b(?:was|were|not|never|missing|invalid|requir\\w+|can't|cannot|because|fail\\w*|no longer|don't|doesn't|broke\\w*|only|otherwise|must|need\\w*|instead)\\b)([^()]{8,200})\\)"),
        SO(",?\\s+so (?:that )?(?=\\w)"),
        WHICH(",\\s+which\\s+");

        private final Pattern pattern;

        Break(String regex) {
            pattern = Pattern.compile(regex);
        }
    }

    private final boolean outspokenOnly;
    private final boolean repairs;

    ItemReader(Subject subject) {
        this.outspokenOnly = subject.needsOutspokenCause();
        this.repairs = subject.repairs();
    }

    Optional<Finding> read(String item) {
        String text = item.strip();
        if (Wording.hedges(text)
                || Wording.isAboutTests(text)
                || Wording.tidies(text)
                || Wording.isAboutWords(text)
                || Subject.of(text).type().length() > 0 && !text.startsWith("Fix")) {
            return Optional.empty();
        }
        Matcher label = LABEL.matcher(text);
        if (label.find() && label.start() > 10) {
            return Optional.of(labelled(text.substring(0, label.start() + 1), label.group(1), score(text) + 4));
        }
        if (Wording.praises(text) && !Wording.fails(text)) {
            return Optional.empty();
        }
        Set<Cue> cues = Cue.in(text);
        boolean isFix = text.regionMatches(true, 0, "fix", 0, 3);
        boolean spared = Wording.failsNoMore(text)
                && Imperative.of(text).flatMap(Replacement::in).isPresent();
        boolean fails = Wording.fails(text) || isFix || spared || repairs && replacesWhatFailed(text);
        boolean outspoken = cues.stream().anyMatch(Cue.OUTSPOKEN::contains);
        if (cues.isEmpty()
                || outspokenOnly && !(fails && outspoken) && !isFix
                || !outspokenOnly && !fails && !(repairs && strong(cues))) {
            return Optional.empty();
        }
        return broken(text, score(text) + (spared ? 2 : 0));
    }

    private static boolean strong(Set<Cue> cues) {
        return cues.stream().anyMatch(Cue::isStrong);
    }

    /** Says what to do, and how what was done before went wrong. */
    static boolean replacesWhatFailed(String text) {
        return insteadOfWhatFailed(text).matches();
    }

    private static Matcher insteadOfWhatFailed(String text) {
        return INSTEAD_WHICH.matcher(text.replaceAll("\\.$", ""));
    }

    static double score(String text) {
        double score = Wording.fails(text) ? 2 : 0;
        for (Cue cue : Cue.in(text)) {
            score += cue.isStrong() ? 2 : 1;
        }
        return score;
    }

    static Finding labelled(String cause, String fix, double score) {
        return new Finding(
                Section.COMMON_ISSUES,
                Prose.capital(Prose.trimmed(cause)),
                Prose.trimmed(Imperative.of(fix).orElse(fix)),
                score);
    }

    private Optional<Finding> broken(String item, double score) {
        Matcher instead = insteadOfWhatFailed(item);
        Optional<String> now = instead.matches() ? Imperative.of(instead.group(1)) : Optional.empty();
        if (now.isPresent()) {
            return Optional.of(new Finding(
                    Section.COMMON_ISSUES,
                    Prose.capital(instead.group(2) + " " + Prose.trimmed(instead.group(3))),
                    now.get(),
                    score + 3));
        }
        String file = "";
        String text = NOTE.matcher(item).replaceFirst("");
        Matcher labelled = FILE.matcher(text);
        if (labelled.matches() && labelled.group(1).matches(".*[._/].*")) {
            file = labelled.group(1).replace("`", "");
            text = labelled.group(2);
        }
        for (Break kind : Break.values()) {
            Matcher matcher = kind.pattern.matcher(text);
            if (matcher.find()) {
                String head = text.substring(0, matcher.start());
                String tail = kind == Break.BRACKET ? matcher.group(1) : text.substring(matcher.end());
                Matcher fixFile = FIX_FILE.matcher(head);
                if (fixFile.find()) {
                    file = fixFile.group(1);
                    head = head.substring(fixFile.end());
                }
                boolean open = kind != Break.BRACKET && Sentences.count(head, '(') != Sentences.count(head, ')');
                boolean says = Wording.fails(tail)
                        || !Cue.in(tail).isEmpty()
                        || Replacement.in(head).isPresent();
                Optional<String> fix = Imperative.of(head);
                if (!open && fix.isPresent() && (says || kind.compareTo(Break.TO_AVOID) >= 0)) {
                    return compose(kind, fix.get(), Prose.trimmed(tail), file, score + 1);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> compose(Break kind, String fix, String reason, String file, double score) {
        boolean unbound =
                UNBOUND.matcher(fix.substring(0, Math.min(60, fix.length()))).find();
        if (unbound
                || reason.length() < 8
                || fix.startsWith("add ") && MISSING.matcher(reason).find()) {
            return Optional.empty();
        }
        Optional<Replacement> replacement = Replacement.in(fix);
        if (replacement.isPresent()) {
            return Optional.of(new Finding(
                    Section.PATTERNS_TO_AVOID,
                    "Don't use " + replacement.get().old(),
                    insteadOf(replacement.get(), kind, reason),
                    score));
        }
        String lead = file.isEmpty() ? "" : "`" + file + "`: ";
        if (kind == Break.TO_AVOID) {
            String plain = reason.replaceFirst("^([^,]{3,60}?),? (?:which|that) (is|are|was|were) ", "$1 $2 ");
            return plain.split(" ", -1).length >= 5
                    ? Optional.of(new Finding(Section.COMMON_ISSUES, lead + capital(lead, plain), fix, score))
                    : Optional.of(new Finding(Section.COMMON_ISSUES, lead + capital(lead, plain), fix, score - 1));
        }
        if (Prose.standsAlone(reason) && kind != Break.SO && kind != Break.WHICH && kind != Break.BRACKET) {
            return Optional.of(new Finding(Section.COMMON_ISSUES, lead + capital(lead, reason), fix, score));
        }
        String joint = switch (kind) {
            case BECAUSE -> " because ";
            case SO -> " so ";
            case WHICH -> ", which ";
            default -> " \u2014 ";
        };
        boolean forTests = TESTS.matcher(reason).find();
        boolean loose = (kind == Break.WHICH || kind == Break.SO) && !Wording.isPast(reason);
        return Optional.of(new Finding(
                Section.COMMON_ISSUES,
                lead + capital(lead, fix) + joint + reason,
                "",
                score - (forTests || loose ? 2 : 0.5)));
    }

    private static String insteadOf(Replacement replacement, Break kind, String reason) {
        String use = "use " + replacement.now();
        return switch (kind) {
            case TO_AVOID -> use + " to avoid " + reason;
            case SO -> use + " so " + reason;
            default -> Prose.standsAlone(reason) ? reason + "; " + use : use + " (" + reason + ")";
        };
    }

    private static String capital(String lead, String text) {
        return lead.isEmpty() ? Prose.capital(text) : text;
    }
}
