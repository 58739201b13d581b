package dev.expertd.draft;

import dev.expertd.model.ActEvidence;
import dev.expertd.model.Drafting;

/** Makes drafts of one kind from the evidence of an act. */
public interface Drafter {
    Drafting draft(ActEvidence act);
}
