package dev.expertd.learn;

/** What is kept in memory from pass to pass because a commit never changes. Forgetting it changes no answer. */
record Recent(PastCommits past, Routes routes, ChangedLines changed) {
    Recent() {
        this(new PastCommits(), new Routes(), new ChangedLines());
    }
}
