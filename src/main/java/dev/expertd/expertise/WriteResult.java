package dev.expertd.expertise;

/** What came of writing an expertise file. */
public sealed interface WriteResult {
    /** The file holds the new content; {@code hash} identifies it. */
    record Written(String hash) implements WriteResult {}

    /** The file held it already. */
    record Unchanged(String hash) implements WriteResult {}

    /** Not now: somebody is at work on it. */
    record HeldBack(String reason) implements WriteResult {}

    /** Not as the file is; a person must change something first. */
    record LeftAlone(String reason) implements WriteResult {}
}
