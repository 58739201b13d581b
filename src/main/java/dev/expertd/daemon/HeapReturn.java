package dev.expertd.daemon;

/**
 * Gives memory back after work. The collector lets go what it has of the system's memory only when it collects in full,
 * and a daemon that has become idle gives it no reason to.
 */
final class HeapReturn {
    /** A full collection takes some fifty milliseconds; after fewer passes there is little to give back. */
    private static final int WORTH_IT = 10;

    private int passes;
    private boolean quiet;

    /** A pass was made. */
    synchronized void worked() {
        passes++;
        quiet = false;
    }

    /** Called again and again: collects once if there was work, and none since the last call. */
    void whenQuiet() {
        if (isDue()) {
            System.gc();
        }
    }

    /** True once after work that is over. */
    synchronized boolean isDue() {
        boolean due = quiet && passes >= WORTH_IT;
        quiet = true;
        if (due) {
            passes = 0;
        }
        return due;
    }
}
