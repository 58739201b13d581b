package dev.expertd.cli.text;

import dev.expertd.cli.finding.FilesNow;
import dev.expertd.cli.house.House;
import dev.expertd.journal.Journal;
import dev.expertd.journal.JournaledVerdict;
import dev.expertd.journal.StoredRun;
import dev.expertd.learn.JudgedAct;
import dev.expertd.learn.SelfImproveReport;
import dev.expertd.learn.Upkept;
import dev.expertd.model.Act;
import java.nio.file.Path;
import java.util.List;

/** Renders the report of an act from the journal. */
public final class Reports {
    private Reports() {}

    public static String of(House house, JudgedAct judged) {
        Journal journal = house.journal();
        Act act = judged.act();
        List<StoredRun> runs = act.runs().stream()
                .flatMap(id -> journal.runs().find(act.repository(), id).stream())
                .toList();
        List<JournaledVerdict> failures = runs.isEmpty()
                ? List.of()
                : journal
                        .verdicts()
                        .of(act.repository(), runs.get(runs.size() - 1).id())
                        .stream()
                        .filter(verdict -> verdict.status().isRed())
                        .toList();
        FilesNow files = FilesNow.in(house.places().userSettings(), Path.of(act.worktree()));
        return SelfImproveReport.render(
                judged,
                runs,
                failures,
                journal.checkpoints().waiting(act.repository()),
                Upkept.of(journal, act, files.large(), files.issueParts(), files.dated()));
    }
}
