package dev.expertd.journal;

/** What became of a commit that was found. */
public enum CommitState {
    /** Found, not judged yet. */
    FOUND,
    JUDGED,
    /** The same change as a commit judged before, under another id. */
    ALIAS,
    MERGE,
    /** Came from elsewhere, and only commits made here teach. */
    IMPORTED,
    /** On no branch any more. */
    ABANDONED,
    /** Was made when nobody could note it, before the journal was restored: not judged, unless history is asked for. */
    PASSED_OVER,
    /** Touches nothing but expertise files. */
    EXPERTISE_ONLY
}
