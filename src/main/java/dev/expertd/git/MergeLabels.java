package dev.expertd.git;

import java.util.List;
import java.util.Map;

/**
 * What git writes behind its conflict markers. Git tells a merge driver since 2.44; before, the branch that is merged
 * stands in the environment of {@code git merge}, and nothing else does.
 */
public record MergeLabels(String ours, String base, String theirs) {
    private static final String MERGED_BRANCH = "GITHEAD_";

    /** From what git put in place of {@code %X}, {@code %S} and {@code %Y}; older ones leave these as they are. */
    public static MergeLabels of(String ours, String base, String theirs, Map<String, String> environment) {
        return ours.equals("%X") || ours.isEmpty()
                ? new MergeLabels("HEAD", "base", branch(environment))
                : new MergeLabels(ours, base, theirs);
    }

    private static String branch(Map<String, String> environment) {
        List<String> branches = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(MERGED_BRANCH))
                .map(Map.Entry::getValue)
                .toList();
        return branches.size() == 1 ? branches.get(0) : "theirs";
    }
}
