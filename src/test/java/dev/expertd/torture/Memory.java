package dev.expertd.torture;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the model knows of its own deeds in one repository. */
final class Memory {
    private final Set<String> lessons = new LinkedHashSet<>();
    private final Set<String> mayBeGone = new HashSet<>();
    private final Set<String> takenOut = new HashSet<>();
    private int number;
    private int runs;
    private int human;
    private int runsSinceCheck;

    /** A number that no other thing has. */
    int next() {
        return ++number;
    }

    String nextHuman() {
        return Expertise.HUMAN + ++human;
    }

    int nextRun() {
        runsSinceCheck++;
        return ++runs;
    }

    /** How many runs there were since this was asked last. */
    int takeRuns() {
        int since = runsSinceCheck;
        runsSinceCheck = 0;
        return since;
    }

    /** A commit says for sure what is to be learned, and names this. */
    void lesson(String name) {
        lessons.add(name);
    }

    /** The names in what is to be learned. */
    Set<String> lessons() {
        return lessons;
    }

    /** Git takes away what is not committed: whatever has been learned until now may not be where it was written. */
    void gitTakesAway() {
        mayBeGone.addAll(lessons);
    }

    /** The human took this line out or changed it. */
    void takenOut(String line) {
        takenOut.add(line);
    }

    boolean mayBeGone(String text) {
        return mayBeGone.stream().anyMatch(name -> text.contains("`" + name + "`"))
                || !text.contains("`table_") // from a test: nobody wrote down when it was learned
                || isTakenOut(text);
    }

    boolean isTakenOut(String text) {
        return takenOut.contains("- " + text);
    }
}
