package dev.expertd.curate;

import dev.expertd.redact.Redacted;
import dev.expertd.redact.Redactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which candidates become lines. Rules object one by one, each with a reason; then what is not sure waits for a
 * person, and what is too much for one act or one day waits or goes, the weakest first.
 */
public final class Curator {
    /** A draft with less than this waits for a person. */
    public static final double SURE = 4.5;

    /** The reason of a line that waits because every line does. */
    public static final String ALL_WAIT = "learning.mode is review: waits for review";

    private final List<Rule> refusing = List.of(new Shape(), new Instructions(), new Grounded());
    private final Rule contradiction;
    private final Known known;
    private final Limits limits;
    private final Redactor redactor;

    /**
     * What the settings say.
     *
     * @param reviewAll nothing is written without a person
     * @param runRequired headings of sections that need a passing run
     */
    public record Limits(int perAct, int perDay, boolean reviewAll, Set<String> runRequired) {
        public Limits {
            runRequired = Set.copyOf(runRequired);
        }
    }

    public Curator(Limits limits, Redactor redactor) {
        this(limits, redactor, new Readings());
    }

    /** {@code readings} spares to take apart again what another curator took apart. */
    public Curator(Limits limits, Redactor redactor, Readings readings) {
        this.contradiction = new Contradiction(readings);
        this.known = new Known(readings);
        this.limits = limits;
        this.redactor = redactor;
    }

    /** Decides on the candidates of one act, in their order. */
    public List<Decision> curate(List<Candidate> candidates, Desk desk) {
        List<Candidate> strongestFirst = candidates.stream()
                .sorted(Comparator.comparingDouble(
                                (Candidate candidate) -> candidate.draft().score())
                        .reversed())
                .toList();
        IdentityHashMap<Candidate, Decision> decisions = new IdentityHashMap<>();
        List<String> remembered = new ArrayList<>(desk.remembered());
        Map<String, Integer> today = new HashMap<>(desk.writtenToday());
        int kept = 0;
        for (Candidate candidate : strongestFirst) {
            Desk now = new Desk(desk.experts(), remembered, today, desk.evidence(), desk.runPassed());
            Decision decision = decide(cleaned(candidate), now, kept);
            decisions.put(candidate, decision);
            if (decision instanceof Decision.Kept keep) {
                kept++;
                remembered.add(keep.text().text());
                today.merge(candidate.expert().name(), 1, Integer::sum);
            }
        }
        return candidates.stream().map(decisions::get).filter(Objects::nonNull).toList();
    }

    private static Candidate cleaned(Candidate candidate) {
        return new Candidate(
                candidate.draft(), candidate.expert(), candidate.component(), Sanitiser.clean(candidate.line()));
    }

    /**
     * Once more, though the evidence was redacted: what is put together may make a secret that none of its parts was,
     * backticks between them or not; and a marker with what stood beside it may make structure of Markdown.
     */
    private Redacted written(String line) {
        String text = redactor.redact(line).text();
        String bare = text.replace("`", "");
        if (!redactor.redact(bare).text().equals(bare)) {
            text = redactor.redact(line.replace("`", "")).text();
        }
        return redactor.redact(text.equals(line) ? line : Sanitiser.clean(text));
    }

    private Decision decide(Candidate candidate, Desk desk, int keptOfThisAct) {
        Redacted text = written(candidate.line());
        for (Rule rule : refusing) {
            Optional<String> objection = rule.objection(candidate, desk);
            if (objection.isPresent()) {
                return new Decision.Dropped(candidate, text, objection.get());
            }
        }
        Optional<String> contradicts = contradiction.objection(candidate, desk);
        Optional<String> again = contradicts.isPresent() ? Optional.empty() : known.objection(candidate, desk);
        if (again.isPresent()) {
            return new Decision.Dropped(
                    candidate,
                    text,
                    again.get(),
                    known.remembered(candidate, desk).orElse(""));
        }
        String section = candidate.draft().section().heading();
        if (limits.runRequired().contains(section) && !desk.runPassed()) {
            return new Decision.Dropped(candidate, text, section + " needs a passing run, and none is known");
        }
        if (keptOfThisAct >= limits.perAct()) {
            return new Decision.Dropped(
                    candidate, text, "one act gives at most " + limits.perAct() + " lines, and others are stronger");
        }
        if (contradicts.isPresent()) {
            return new Decision.Held(
                    candidate, text, Decision.Until.A_PERSON_DECIDES, contradicts.get() + ": waits for review");
        }
        if (limits.reviewAll()) {
            return new Decision.Held(candidate, text, Decision.Until.A_PERSON_DECIDES, ALL_WAIT);
        }
        if (candidate.draft().score() < SURE) {
            return new Decision.Held(
                    candidate,
                    text,
                    Decision.Until.A_PERSON_DECIDES,
                    String.format(
                            Locale.ROOT,
                            "not sure enough (%.1f of %.1f): waits for review",
                            candidate.draft().score(),
                            SURE));
        }
        if (desk.writtenToday().getOrDefault(candidate.expert().name(), 0) >= limits.perDay()) {
            return new Decision.Held(candidate, text, Decision.Until.TOMORROW, tooManyToday(limits.perDay()));
        }
        return new Decision.Kept(candidate, text);
    }

    /**
     * Decides on a line that a person wrote or changed. Its form and its safety are looked at, not what it rests on:
     * for that the person vouches.
     */
    public Decision vouched(Candidate candidate) {
        Candidate clean = cleaned(candidate);
        Redacted text = written(clean.line());
        Desk nothing = new Desk(List.of(), List.of(), Map.of(), "", false);
        for (Rule rule : List.of(new Shape(), new Instructions())) {
            Optional<String> objection = rule.objection(clean, nothing);
            if (objection.isPresent()) {
                return new Decision.Dropped(clean, text, objection.get());
            }
        }
        return new Decision.Kept(clean, text);
    }

    /** The reason of a line that waits for another day. */
    public static String tooManyToday(int perDay) {
        return "over today's limit of " + perDay + " lines for this expert: waits until tomorrow";
    }
}
