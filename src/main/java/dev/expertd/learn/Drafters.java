package dev.expertd.learn;

import dev.expertd.draft.Drafter;
import java.util.List;

/**
 * Who drafts from what.
 *
 * @param messages from a commit's own words, one after another
 * @param fixes from tests that turned green
 * @param regressions from tests that turned red
 * @param notes from what a person says of an act: the note stands where the message would
 */
public record Drafters(List<Drafter> messages, Drafter fixes, Drafter regressions, Drafter notes) {
    public Drafters {
        messages = List.copyOf(messages);
    }
}
