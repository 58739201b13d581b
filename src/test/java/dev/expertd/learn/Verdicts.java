package dev.expertd.learn;

import dev.expertd.git.GitFixture;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.upkeep.reference.ReferenceLook;
import dev.expertd.upkeep.reference.Standing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code refs} says of references, held against what a test knows.
 *
 * @param settled where it is certain how they stand
 * @param wrong said to be right, or certainly elsewhere, where it is not
 * @param undecided there still, but nobody tells where
 * @param lost there still under its old name, but said to be gone, or not seen at all
 */
record Verdicts(List<MadeReferences.Lines> settled, List<String> wrong, List<String> undecided, List<String> lost) {
    static Verdicts of(GitFixture repo, MadeReferences made, String text) {
        Verdicts verdicts = new Verdicts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (GitReader git = GitReaders.open(repo.root())) {
            List<ReferenceLook.Finding> findings = new ReferenceLook(
                            git, git.head().orElseThrow())
                    .look(Scene.EXPERTISE, text.getBytes(StandardCharsets.UTF_8));
            String[] lines = text.split("\n", -1);
            for (MadeReferences.Lines reference : made.references) {
                Standing standing = findings.stream()
                        .filter(finding -> finding.reference().line() == reference.docLine()
                                && finding.reference().first() > 0)
                        .map(ReferenceLook.Finding::standing)
                        .findFirst()
                        .orElse(new Standing.Gone("not seen", ""));
                verdicts.judge(reference, standing, reference.written(lines), lines[reference.docLine()]);
            }
        }
        return verdicts;
    }

    private void judge(MadeReferences.Lines reference, Standing standing, List<Integer> written, String line) {
        if (standing instanceof Standing.Exact || standing instanceof Standing.Moved moved && moved.certain()) {
            settled.add(reference);
        }
        String told = line + ": " + standing + ", but is at " + reference.trueFirst() + "-" + reference.trueLast();
        if (standing instanceof Standing.Exact) {
            if (!reference.isMeantBy(written)) {
                wrong.add(told);
            }
        } else if (standing instanceof Standing.Moved moved && moved.certain()) {
            if (!reference.isMeantBy(List.of(moved.first(), moved.last()))) {
                wrong.add(told);
            }
        } else if (standing instanceof Standing.Gone) {
            if (reference.isAlive() && !reference.def().renamed) {
                lost.add(told);
            }
        } else if (reference.isAlive()) {
            undecided.add(told);
        }
    }
}
