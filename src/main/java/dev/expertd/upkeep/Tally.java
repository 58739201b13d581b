package dev.expertd.upkeep;

import java.util.ArrayList;
import java.util.List;

/**
 * How a line fared since it was learned.
 *
 * @param times how many acts taught it
 * @param contradicted how often a test that proved it turned red again with the same failure
 * @param gone what it names and was in its files then, but is not there any more
 */
public record Tally(int times, int contradicted, List<String> gone) {
    public Tally {
        gone = List.copyOf(gone);
    }

    /** As it stands behind a line; empty if there is nothing to tell. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (times > 1) {
            parts.add("learned " + times + " times");
        }
        if (contradicted > 0) {
            parts.add("its test failed the same way again" + (contradicted == 1 ? "" : " " + contradicted + " times"));
        }
        gone.forEach(name -> parts.add("`" + name + "` is gone"));
        return String.join("; ", parts);
    }
}
