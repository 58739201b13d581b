package dev.expertd.draft.message;

import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a commit must be to teach by its message at all; the first rule that refuses names its reason. */
final class Gate {
    private static final int MANY_FILES = 40;
    private static final Pattern MERGE =
            Pattern.compile("(?i)^(?:merged?\\b|sync\\b|chore\\(sync\\)|cherry.?pick|.{0,12}cherry-pick)");
    private static final Pattern UNFINISHED = Pattern.compile(
            "(?i)^\\W*(?:wip|checkpoint|save|temp|tmp|fixup!|squash!|amend!|snapshot|initial commit|first commit)\\b|\\bcheckpoint\\b");
    private static final Pattern ROUTINE = Pattern.compile(
            "(?i)^(?:\\w+(?:\\([^)]{0,60}\\))?:\\s*)?(?:bump|release|prepare (?:for )?(?:the )?(?:next|release)|upgrade to|version|next development|set version|begin developing|start building|update (?:copyright|changelog|dependenc|version)|polish|typo|fix typo|reformat|formatting|apply (?:spotless|formatting)|lint)\\b|\\[maven-release|^(?:chore|build|fix)\\(deps");
    private static final Pattern BARE_REVERT = Pattern.compile("(?i)^revert \"");
    private static final Pattern CAUSE = Pattern.compile("(?i)\\b(?:root cause|caused by|because|due to)\\b");
    private static final Set<String> LITTLE = Set.of("feat", "docs", "doc", "chore", "test", "tests", "style");

    private Gate() {}

    /** Why the commit is refused; empty if it may be read. */
    static Optional<String> refuses(Commit commit, Subject subject, Message message) {
        String line = message.subject();
        if (MERGE.matcher(line).find()) {
            return Optional.of("a merge or sync brings what is known elsewhere");
        }
        if (UNFINISHED.matcher(line).find()) {
            return Optional.of("a checkpoint says nothing of a cause");
        }
        if (BARE_REVERT.matcher(line).find()) {
            return Optional.of("a revert is read by itself");
        }
        if (ROUTINE.matcher(line).find()
                && !(subject.isTypedRepair() && !subject.scope().equals("deps"))) {
            return Optional.of("a release, bump or format change teaches nothing");
        }
        List<FileChange> code = commit.files().stream()
                .filter(file -> !Paths.isProse(file.path()))
                .toList();
        if (!commit.files().isEmpty() && code.isEmpty() && !statesCause(subject, message)) {
            return Optional.of("only documents, images or generated files were changed");
        }
        if (LITTLE.contains(subject.type())
                && !code.isEmpty()
                && code.stream().allMatch(file -> Paths.isTest(file.path()))) {
            return Optional.of("only tests were changed");
        }
        if (commit.files().size() > MANY_FILES
                && message.units().stream()
                        .noneMatch(unit -> CAUSE.matcher(unit.text()).find())) {
            return Optional.of("more than " + MANY_FILES + " files and no stated cause");
        }
        return Optional.empty();
    }

    private static boolean statesCause(Subject subject, Message message) {
        return subject.isTypedRepair()
                && message.units().stream()
                        .anyMatch(unit -> CAUSE.matcher(unit.text()).find() && Wording.fails(unit.text()));
    }
}
