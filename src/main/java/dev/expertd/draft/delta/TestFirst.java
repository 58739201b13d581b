package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.CodeChange;
import dev.expertd.draft.delta.change.FileKind;
import dev.expertd.draft.delta.change.Tokens;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.TestCase;
import java.util.List;
import java.util.Set;

/**
 * Whether the commits wrote or rewrote a test themselves. Its turning green then shows that work was done, not that
 * something was wrong before.
 */
final class TestFirst {
    private static final int SHORTEST_TITLE = 8;
    private static final int LONGEST_LINE = 500;

    private final List<CommitEvidence> commits;

    TestFirst(List<CommitEvidence> commits) {
        this.commits = commits;
    }

    boolean wrote(TestCase test) {
        return commits.stream()
                .anyMatch(commit -> commit.commit().files().stream()
                        .filter(file -> FileKind.of(file.path()) == FileKind.TEST && holds(file, test))
                        .anyMatch(file -> file.kind() == FileChange.Kind.ADDED
                                || commit.changes()
                                        .diff(file)
                                        .filter(diff -> rewrote(diff, test))
                                        .isPresent()));
    }

    /** By the test's file where the trace names one, else by its class; a test without either may be in any file. */
    private static boolean holds(FileChange file, TestCase test) {
        if (!test.file().isEmpty()) {
            return file.path().endsWith(test.file()) || test.file().endsWith(file.path());
        }
        String stem = Place.stem(file.path());
        String suite = test.suite().replace('$', '.');
        return suite.isEmpty()
                || suite.equals(stem)
                || suite.endsWith("." + stem)
                || suite.contains("." + stem + ".")
                || suite.contains(Place.fileName(file.path()))
                || suite.indexOf('.') < 0 && suite.indexOf('/') < 0;
    }

    private static boolean rewrote(FileDiff diff, TestCase test) {
        String name = test.name();
        int end = 0;
        while (end < name.length() && Character.isJavaIdentifierPart(name.charAt(end))) {
            end++;
        }
        Set<String> touched = CodeChange.touchedDefinitions(diff);
        return end > 0 && touched.contains(name.substring(0, end)) || titled(diff, name);
    }

    /** Tests in JavaScript have titles, not names: the last part of theirs stands on a line that came in. */
    private static boolean titled(FileDiff diff, String name) {
        if (name.indexOf(' ') < 0) {
            return false;
        }
        String[] lines = diff.after().split("\n", -1);
        for (FileDiff.Edit edit : diff.edits()) {
            for (int i = edit.afterStart(); i < Math.min(edit.afterEnd(), lines.length); i++) {
                if (lines[i].length() < LONGEST_LINE && endsWithLiteral(lines[i], name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean endsWithLiteral(String line, String name) {
        return Tokens.of(line).all().stream()
                .filter(token -> token.isString() && token.text().length() > SHORTEST_TITLE)
                .map(token -> token.text().substring(1, token.text().length() - 1))
                .anyMatch(name::endsWith);
    }
}
