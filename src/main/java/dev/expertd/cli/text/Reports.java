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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renders the reports of acts from the journal, for one command: the files of a worktree are looked at once. */
public final class Reports {
    private final House house;
    private final Map<String, FilesNow> looked = new HashMap<>();

    public Reports(House house) {
        this.house = house;
    }

    public String of(JudgedAct judged) {
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
        FilesNow files = looked.computeIfAbsent(
                act.worktree(), root -> FilesNow.in(house.places().userSettings(), Path.of(root)));
        return SelfImproveReport.render(
                judged,
                runs,
                failures,
                journal.checkpoints().waiting(act.repository()),
                Upkept.of(journal, act, files.large(), files.issueParts(), files.dated()));
    }
}
