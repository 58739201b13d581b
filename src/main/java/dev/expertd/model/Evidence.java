package dev.expertd.model;

import java.util.List;

/**
 * What a draft rests on, by identity; the texts stay where they are.
 *
 * @param commits full ids, the credited or blamed one first
 * @param runs run ids
 * @param tests test ids
 * @param files paths that the draft speaks of, the most important first
 */
public record Evidence(List<String> commits, List<String> runs, List<String> tests, List<String> files) {
    public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of(), List.of());

    public Evidence {
        commits = List.copyOf(commits);
        runs = List.copyOf(runs);
        tests = List.copyOf(tests);
        files = List.copyOf(files);
    }
}
