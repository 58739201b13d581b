package dev.expertd.draft.delta;

import dev.expertd.draft.ChangedSetting;
import dev.expertd.draft.delta.change.FileKind;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.model.CommitEvidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A commit that turned tests without touching source code, by settings alone; few enough of them to be told. */
record SettingRepair(CommitEvidence commit, List<ChangedSetting> settings) {
    private static final int MOST = 3;
    private static final int TOLD = 2;
    private static final double SURE = 5;
    private static final double UNSURE = 4;

    SettingRepair {
        settings = List.copyOf(settings);
    }

    /** The latest of the commits that changed settings; empty if it changed too many to say which of them counts. */
    static Optional<SettingRepair> of(List<CommitEvidence> commits) {
        return commits.stream()
                .filter(commit -> !commit.commit().isMerge())
                .map(commit -> new SettingRepair(commit, settings(commit)))
                .filter(repair -> !repair.settings().isEmpty())
                .reduce((earlier, later) -> later)
                .filter(repair -> repair.settings().size() <= MOST);
    }

    private static List<ChangedSetting> settings(CommitEvidence commit) {
        return commit.edit().files().stream()
                .filter(file -> FileKind.of(file.path()) == FileKind.CONFIG)
                .flatMap(file -> commit.edit().changes().diff(file).stream())
                .flatMap(diff -> ChangedSetting.in(diff).stream())
                .toList();
    }

    /** What was done, what the failure speaks of first; as much of it as has room. */
    String told(FailedTest test, int room) {
        List<String> told = settings.stream()
                .sorted((a, b) -> Boolean.compare(isNamedBy(test, b), isNamedBy(test, a)))
                .map(ChangedSetting::told)
                .toList();
        String two = String.join(" and ", told.subList(0, Math.min(TOLD, told.size())));
        return two.length() <= room ? two : told.get(0);
    }

    /** Sure only where the failure names one of the settings, or what it was set to. */
    double score(FailedTest test) {
        return settings.stream().anyMatch(setting -> isNamedBy(test, setting)) ? SURE : UNSURE;
    }

    private static boolean isNamedBy(FailedTest test, ChangedSetting setting) {
        String said = test.message().toLowerCase(Locale.ROOT);
        String before = setting.before().replaceAll("[\"']", "").toLowerCase(Locale.ROOT);
        String file = Place.fileName(setting.path());
        return said.contains(setting.name().toLowerCase(Locale.ROOT))
                        && setting.name().length() > 2
                || before.length() > 2 && said.contains(before)
                || said.contains(file.toLowerCase(Locale.ROOT));
    }
}
