package dev.expertd.model;

import java.util.List;

/** What a drafter made of an act: drafts, and for what it refused the reason. */
public record Drafting(List<Draft> drafts, List<Refusal> refusals) {
    public static final Drafting NOTHING = new Drafting(List.of(), List.of());

    public Drafting {
        drafts = List.copyOf(drafts);
        refusals = List.copyOf(refusals);
    }

    public static Drafting refused(String subject, String reason) {
        return new Drafting(List.of(), List.of(new Refusal(subject, reason)));
    }
}
