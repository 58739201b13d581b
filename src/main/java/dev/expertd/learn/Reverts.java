package dev.expertd.learn;

import dev.expertd.git.GitReader;
import dev.expertd.model.Commit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which commits a commit says that it takes back. */
final class Reverts {
    private static final Pattern REVERTED = Pattern.compile("This reverts commit ([0-9a-f]{7,64})");

    private Reverts() {}

    /** Those of them that git has. */
    static List<Commit> of(Commit commit, GitReader git) {
        return REVERTED.matcher(commit.message())
                .results()
                .map(found -> git.commit(found.group(1)))
                .flatMap(Optional::stream)
                .toList();
    }
}
