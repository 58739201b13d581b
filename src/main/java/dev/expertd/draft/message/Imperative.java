package dev.expertd.draft.message;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a sentence that tells what was done into one that tells what to do, through a fixed table only. */
final class Imperative {
    private static final Set<String> VERBS =
            Set.of(("accept acquire add allow append apply assign attach avoid await bail ban bind bump call cancel "
                            + "capture cast catch change check clamp clear close coerce compare compute configure convert copy "
                            + "correct create declare decode deduplicate default defer delegate delete derive detect disable "
                            + "drop emit enable encode ensure escape exclude export expose extend extract fall fetch filter "
                            + "fix flush force generate give guard handle hoist honor honour ignore include increase "
                            + "initialize inject inline install introduce invoke isolate keep let limit load lock look lower "
                            + "make map mark match memoize merge migrate move normalise normalize only override parse pass "
                            + "patch perform persist pin point poll prefer preserve prevent propagate provide publish pull "
                            + "push put quote raise re-enable read rebuild recreate redirect reduce refactor refresh register "
                            + "reject relax release reload rely remove rename reorder replace require reset resize resolve "
                            + "restore restrict retry return reuse revert rewrite route run sanitize save schedule scope "
                            + "select send separate serialize set shut silence simplify skip sort split start stop store strip "
                            + "substitute suppress swap switch sync synchronize take throw tighten track treat trigger trim "
                            + "truncate try turn unify unset unwrap update upgrade upload use validate verify wait wire wrap "
                            + "write")
                    .split(" "));
    private static final Map<String, String> FORMS = forms();
    private static final Set<String> VAGUE = Set.of(
            ("fix correct resolve handle address close improve enhance harden repair polish tune update stop prevent avoid ensure"
                            + " keep support make bump add-tests")
                    .split(" "));
    private static final Pattern LEAD = Pattern.compile(
            "(?i)^(?:now|also|instead|so|therefore|additionally|this (?:commit|change|patch|pr)|we now|we)[,]?\\s+");

    /** "Rewrites in X are ..." begins with a noun that only looks like a verb. */
    private static final Pattern NOUN = Pattern.compile(
            "(?i)^\\w+ (?:\\w+ )?(?:is|are|was|were|has been|have been)\\b|^\\w+s? (?:in|of|on|for|to|from|at|with)\\b.{1,80}\\b(?:is|are|was|were|has|have|had|does|do|did)\\b");

    /** So does "Uploads failed with ..."; "skip failed uploads" does not. */
    private static final Pattern BREAKING_NOUN = Pattern.compile(
            "(?i)^\\w+ (?:(?!(?:if|when|whenever|that|which|once|until|unless|before|after|and|or|to|the|an?|all|any)\\b)\\w+ )?"
                    + "(?:failed|fails?|crash(?:ed|es)?|hung|hangs?|broke|breaks?|timed out|stalled|deadlocked|leaked|vanished"
                    + "|looped|froze|arrived|returned|raised|threw)(?: (?:with|because|when|whenever|on|for|in|to|as|at|by|due"
                    + "|after|if|since|over|under|until|without|silently|forever|twice|nothing)\\b|[:,.]|$)");

    /** "Using X reads the variable at run time" and "Passing None crashed it" tell what happens, not what to do. */
    private static final Pattern GERUND = Pattern.compile(
            "(?i)^\\w+ing\\b.{1,120}\\b(?:\\w+s (?:the|a|an|at|it)|was|were|is|are|had|has|did|does|made|makes|broke|breaks|threw|throws|led|leads|lost|loses|hung|hangs|caused|causes|crashe[sd]|failed|fails|raise[sd]|returned|dropped|corrupted|leaked)\\b");

    private Imperative() {}

    /** The sentence with its verb first and in its plain form; empty if that cannot be done safely. */
    static Optional<String> of(String sentence) {
        String text = sentence.strip().replaceAll("\\.$", "");
        Matcher lead = LEAD.matcher(text);
        while (lead.find()) {
            text = text.substring(lead.end());
            lead = LEAD.matcher(text);
        }
        int space = text.indexOf(' ');
        if (space <= 0 || space == text.length() - 1) {
            return Optional.empty();
        }
        if (NOUN.matcher(text).find()
                || BREAKING_NOUN.matcher(text).find()
                || GERUND.matcher(text).find()) {
            return Optional.empty();
        }
        String verb = text.substring(0, space).toLowerCase(Locale.ROOT);
        String plain = VERBS.contains(verb) ? verb : FORMS.getOrDefault(verb, "");
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain + text.substring(space));
    }

    /** Says that something was put right without saying how. */
    static boolean isVague(String imperative) {
        return VAGUE.contains(imperative.split(" ", 2)[0]);
    }

    private static Map<String, String> forms() {
        Map<String, String> forms = new HashMap<>();
        for (String verb : VERBS) {
            String stem = verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb;
            forms.put(
                    verb.endsWith("s") || verb.endsWith("x") || verb.endsWith("ch") || verb.endsWith("sh")
                            ? verb + "es"
                            : verb + "s",
                    verb);
            forms.put(stem + "ed", verb);
            forms.put(stem + "ing", verb);
        }
        Map.ofEntries(
                        Map.entry("dropped", "drop"),
                        Map.entry("skipped", "skip"),
                        Map.entry("wrapped", "wrap"),
                        Map.entry("stripped", "strip"),
                        Map.entry("swapped", "swap"),
                        Map.entry("stopped", "stop"),
                        Map.entry("pinned", "pin"),
                        Map.entry("mapped", "map"),
                        Map.entry("made", "make"),
                        Map.entry("kept", "keep"),
                        Map.entry("ran", "run"),
                        Map.entry("rewrote", "rewrite"),
                        Map.entry("threw", "throw"),
                        Map.entry("wrote", "write"),
                        Map.entry("sent", "send"),
                        Map.entry("bound", "bind"),
                        Map.entry("caught", "catch"),
                        Map.entry("using", "use"),
                        Map.entry("adding", "add"),
                        Map.entry("set", "set"),
                        Map.entry("sets", "set"),
                        Map.entry("setting", "set"),
                        Map.entry("applied", "apply"),
                        Map.entry("applies", "apply"),
                        Map.entry("copied", "copy"),
                        Map.entry("copies", "copy"),
                        Map.entry("verified", "verify"))
                .forEach(forms::put);
        return Map.copyOf(forms);
    }
}
