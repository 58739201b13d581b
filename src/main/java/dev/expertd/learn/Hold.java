package dev.expertd.learn;

import dev.expertd.config.Settings;
import dev.expertd.curate.Curator;
import dev.expertd.model.LearningState;

/** What keeps every draft of an act from being written, however sure it is. */
enum Hold {
    /** Nothing does. */
    NO(LearningState.INTENDED, ""),
    /** What a commit seems to have broken waits for proof, and only then for what else it has to wait for. */
    SUSPECTED(LearningState.HELD, "suspected: waits for a second failing run, a second failing commit, or a repair"),
    /** Every line waits for a person where the settings say so, also one that nothing else keeps any more. */
    ALL(LearningState.REVIEW, Curator.ALL_WAIT),
    /** History was lived through without the line; only a person knows whether it still holds. */
    HISTORY(LearningState.REVIEW, "from history: waits for review");

    private final LearningState state;
    private final String reason;

    Hold(LearningState state, String reason) {
        this.state = state;
        this.reason = reason;
    }

    /** What is left when nothing about a draft itself keeps it any more. */
    static Hold of(Settings settings) {
        return settings.learning().mode() == Settings.Mode.REVIEW ? ALL : NO;
    }

    LearningState state() {
        return state;
    }

    String reason() {
        return reason;
    }
}
