package dev.expertd.draft.message;

import dev.expertd.draft.ChangedSetting;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.FileChange;
import dev.expertd.symbols.Language;
import java.util.List;

/** What a commit set, where its message names the setting and says what went wrong but not what to do. */
final class SettingFix {
    private static final int MOST_FILES = 3;

    private SettingFix() {}

    static Finding added(Finding found, CommitEvidence evidence) {
        if (!found.detail().isEmpty()) {
            return found;
        }
        List<FileChange> files = evidence.commit().files().stream()
                .filter(file -> Language.of(file.path()).isKeyed() && !Paths.isProse(file.path()))
                .toList();
        if (files.size() > MOST_FILES) {
            return found;
        }
        List<ChangedSetting> named = files.stream()
                .flatMap(file -> evidence.changes().diff(file).stream())
                .flatMap(diff -> ChangedSetting.in(diff).stream())
                .filter(setting -> found.statement().contains(setting.name()))
                .distinct()
                .toList();
        return named.size() == 1 ? found.withDetail(named.get(0).told()) : found;
    }
}
