package dev.expertd.journal;

import java.util.List;

/**
 * The tables of the journal, version by version. Version n is reached by running statement lists 1 to n in order; the
 * number stands in {@code PRAGMA user_version}.
 *
 * <p>Lists inside one column are joined by U+001F. Times are ISO 8601 in UTC. Every text that comes from a repository
 * went through the redactor, names of branches and traces too, with one exception: {@code run_changed} and {@code
 * snapshot_text}, the snapshot of an uncommitted tree. {@code worktree} and {@code repository.path} are where the
 * repository lies on this machine, as the user chose it; an expert whose path holds a secret is not used.
 */
final class Schema {
    private Schema() {}

    static final List<List<String>> VERSIONS =
            List.of(first(), snapshots(), scopes(), persons(), counters(), references(), care(), years());

    private static List<String> first() {
        return List.of(
                """
            CREATE TABLE repository (
              id TEXT PRIMARY KEY, path TEXT NOT NULL, first_seen TEXT NOT NULL, spool_offset INTEGER NOT NULL) STRICT""",
                """
            CREATE TABLE tip (
              repository TEXT NOT NULL, ref TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (repository, ref)) STRICT""",
                """
            CREATE TABLE head_log (
              repository TEXT NOT NULL, worktree TEXT NOT NULL, entry TEXT NOT NULL,
              PRIMARY KEY (repository, worktree)) STRICT""",
                """
            CREATE TABLE seen_commit (
              repository TEXT NOT NULL, id TEXT NOT NULL, state TEXT NOT NULL, worktree TEXT NOT NULL,
              patch_id TEXT NOT NULL, act TEXT NOT NULL, reason TEXT NOT NULL, seen_at TEXT NOT NULL,
              PRIMARY KEY (repository, id)) STRICT""",
                "CREATE INDEX seen_commit_state ON seen_commit (repository, state)",
                "CREATE INDEX seen_commit_patch ON seen_commit (repository, patch_id)",
                """
            CREATE TABLE trace (
              repository TEXT NOT NULL, worktree TEXT NOT NULL, source TEXT NOT NULL, stamp TEXT NOT NULL,
              run TEXT NOT NULL, problem TEXT NOT NULL, PRIMARY KEY (repository, worktree, source)) STRICT""",
                """
            CREATE TABLE run (
              seq INTEGER PRIMARY KEY, repository TEXT NOT NULL, id TEXT NOT NULL, worktree TEXT NOT NULL,
              source TEXT NOT NULL, format TEXT NOT NULL, observed_at TEXT NOT NULL, head TEXT NOT NULL,
              tree TEXT NOT NULL, known INTEGER NOT NULL, commit_id TEXT NOT NULL, binding TEXT NOT NULL,
              history INTEGER NOT NULL, drafted INTEGER NOT NULL, total INTEGER NOT NULL, passed INTEGER NOT NULL,
              failed INTEGER NOT NULL, errored INTEGER NOT NULL, skipped INTEGER NOT NULL, flaky INTEGER NOT NULL,
              outcome TEXT NOT NULL, rule TEXT NOT NULL, signals TEXT NOT NULL, confidence REAL NOT NULL,
              errors TEXT NOT NULL, UNIQUE (repository, id)) STRICT""",
                """
            CREATE TABLE run_changed (
              run INTEGER NOT NULL REFERENCES run (seq), path TEXT NOT NULL, blob TEXT NOT NULL,
              PRIMARY KEY (run, path)) STRICT, WITHOUT ROWID""",
                """
            CREATE TABLE test (
              id TEXT PRIMARY KEY, name TEXT NOT NULL, suite TEXT NOT NULL, file TEXT NOT NULL) STRICT, WITHOUT ROWID""",
                """
            CREATE TABLE verdict (
              test TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run (seq), status TEXT NOT NULL,
              condition TEXT NOT NULL, flaky INTEGER NOT NULL, fingerprint TEXT NOT NULL,
              PRIMARY KEY (test, run)) STRICT, WITHOUT ROWID""",
                "CREATE INDEX verdict_run ON verdict (run)",
                """
            CREATE TABLE failure (
              run INTEGER NOT NULL REFERENCES run (seq), test TEXT NOT NULL, type TEXT NOT NULL, message TEXT NOT NULL,
              body TEXT NOT NULL, PRIMARY KEY (run, test)) STRICT, WITHOUT ROWID""",
                """
            CREATE TABLE act (
              repository TEXT NOT NULL, id TEXT NOT NULL, worktree TEXT NOT NULL, commit_id TEXT NOT NULL,
              commits TEXT NOT NULL, runs TEXT NOT NULL, component TEXT NOT NULL, title TEXT NOT NULL,
              outcome TEXT NOT NULL, rule TEXT NOT NULL, signals TEXT NOT NULL, confidence REAL NOT NULL,
              judged_at TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (repository, id)) STRICT""",
                "CREATE INDEX act_position ON act (repository, position)",
                """
            CREATE TABLE refusal (
              repository TEXT NOT NULL, act TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
              PRIMARY KEY (repository, act, subject, reason)) STRICT""",
                """
            CREATE TABLE learning (
              repository TEXT NOT NULL, id TEXT NOT NULL, act TEXT NOT NULL, worktree TEXT NOT NULL,
              expert TEXT NOT NULL, file TEXT NOT NULL, section TEXT NOT NULL, text TEXT NOT NULL,
              origin TEXT NOT NULL, score REAL NOT NULL, evidence_commits TEXT NOT NULL,
              evidence_runs TEXT NOT NULL, evidence_tests TEXT NOT NULL, evidence_files TEXT NOT NULL,
              state TEXT NOT NULL, reason TEXT NOT NULL, replaces TEXT NOT NULL, at TEXT NOT NULL,
              day TEXT NOT NULL, PRIMARY KEY (repository, id)) STRICT""",
                "CREATE INDEX learning_act ON learning (repository, act)",
                "CREATE INDEX learning_state ON learning (repository, state)",
                """
            CREATE TABLE written_file (
              repository TEXT NOT NULL, worktree TEXT NOT NULL, file TEXT NOT NULL, hash TEXT NOT NULL,
              PRIMARY KEY (repository, worktree, file)) STRICT""",
                """
            CREATE TABLE waiting (
              repository TEXT NOT NULL, worktree TEXT NOT NULL, what TEXT NOT NULL, reason TEXT NOT NULL,
              PRIMARY KEY (repository, worktree, what)) STRICT""");
    }

    /** What the next commit may hold, and on what a trace began to grow. */
    private static List<String> snapshots() {
        return List.of("""
            CREATE TABLE snapshot_text (
              repository TEXT NOT NULL, blob TEXT NOT NULL, text BLOB NOT NULL, at TEXT NOT NULL,
              PRIMARY KEY (repository, blob)) STRICT""", """
            CREATE TABLE trace_growing (
              repository TEXT NOT NULL, worktree TEXT NOT NULL, source TEXT NOT NULL, head TEXT NOT NULL,
              clean INTEGER NOT NULL, PRIMARY KEY (repository, worktree, source)) STRICT""");
    }

    /** How much of its suite a run spoke for, and the ways to a test's history. */
    private static List<String> scopes() {
        return List.of(
                "ALTER TABLE run ADD COLUMN scope TEXT NOT NULL DEFAULT 'COMPLETE'",
                "UPDATE run SET scope = 'INCOMPLETE' WHERE instr(signals, 'INTERRUPTED') > 0",
                "CREATE INDEX run_source ON run (repository, source, seq)",
                "CREATE INDEX run_tree ON run (repository, tree, seq)",
                "CREATE INDEX verdict_flaky ON verdict (test, run) WHERE flaky = 1");
    }

    /**
     * References in expertise files: which held at the last look, and which were put right; what these files say that the
     * code no longer does; and lines that no longer hold. {@code keys} holds a hash of each reference seen, followed by
     * {@code +} if it held.
     */
    private static List<String> references() {
        return List.of(
                """
            CREATE TABLE reference_look (
              repository TEXT NOT NULL, worktree TEXT NOT NULL, file TEXT NOT NULL, commit_id TEXT NOT NULL,
              stamp TEXT NOT NULL, keys TEXT NOT NULL, PRIMARY KEY (repository, worktree, file)) STRICT""", """
            CREATE TABLE reference_edit (
              repository TEXT NOT NULL, id TEXT NOT NULL, worktree TEXT NOT NULL, file TEXT NOT NULL,
              key TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, line_hash TEXT NOT NULL,
              commit_id TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (repository, id)) STRICT""", "CREATE INDEX reference_edit_commit ON reference_edit (repository, commit_id)", """
            CREATE TABLE drift (
              repository TEXT NOT NULL, worktree TEXT NOT NULL, id TEXT NOT NULL, file TEXT NOT NULL,
              kind TEXT NOT NULL, part TEXT NOT NULL, line INTEGER NOT NULL, subject TEXT NOT NULL,
              words TEXT NOT NULL, line_key TEXT NOT NULL, commit_id TEXT NOT NULL, at TEXT NOT NULL,
              PRIMARY KEY (repository, worktree, id)) STRICT""", """
            CREATE TABLE doubt (
              repository TEXT NOT NULL, learning TEXT NOT NULL, reason TEXT NOT NULL,
              PRIMARY KEY (repository, learning)) STRICT""");
    }

    /** Which drafts said again what had been learned. */
    private static List<String> counters() {
        return List.of("""
            CREATE TABLE repetition (
              repository TEXT NOT NULL, learning TEXT NOT NULL, act TEXT NOT NULL,
              PRIMARY KEY (repository, learning, act)) STRICT, WITHOUT ROWID""", "CREATE INDEX learning_text ON learning (repository, text)");
    }

    /** What people decide on lines, and where lines stand. */
    private static List<String> persons() {
        return List.of(
                "ALTER TABLE learning ADD COLUMN vouched INTEGER NOT NULL DEFAULT 0",
                "ALTER TABLE learning ADD COLUMN drafted TEXT NOT NULL DEFAULT ''",
                "UPDATE learning SET state = 'REVIEW' WHERE state = 'HELD' AND origin <> 'REGRESSION'"
                        + " AND reason NOT LIKE 'over today%'",
                """
            CREATE TABLE whereabouts (
              repository TEXT NOT NULL, learning TEXT NOT NULL, worktree TEXT NOT NULL, stands INTEGER NOT NULL,
              holder TEXT NOT NULL, suspected TEXT NOT NULL, suspected_at TEXT NOT NULL,
              PRIMARY KEY (repository, learning, worktree)) STRICT""",
                """
            CREATE TABLE looked_at (
              repository TEXT NOT NULL, worktree TEXT NOT NULL, file TEXT NOT NULL, stamp TEXT NOT NULL,
              PRIMARY KEY (repository, worktree, file)) STRICT""",
                """
            CREATE TABLE moved_path (
              repository TEXT NOT NULL, path TEXT NOT NULL, expert TEXT NOT NULL, learning TEXT NOT NULL,
              PRIMARY KEY (repository, path)) STRICT""");
    }

    /**
     * What is done to the journal itself: in which checkouts it is still to be taken into account that it was restored,
     * and when it was last looked after.
     */
    private static List<String> care() {
        return List.of("""
            CREATE TABLE restored (
              repository TEXT NOT NULL, worktree TEXT NOT NULL, at TEXT NOT NULL,
              PRIMARY KEY (repository, worktree)) STRICT""", "CREATE TABLE care (what TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT");
    }

    /** What each pass asks for, found without reading what years have left. */
    private static List<String> years() {
        return List.of(
                "CREATE INDEX seen_commit_newest ON seen_commit (repository) WHERE state <> 'FOUND'",
                "CREATE INDEX run_newest ON run (repository)",
                "CREATE INDEX run_waiting ON run (repository, worktree) WHERE commit_id = ''",
                "CREATE INDEX run_undrafted ON run (repository, worktree) WHERE commit_id <> '' AND drafted = 0",
                "CREATE INDEX learning_day ON learning (repository, day)");
    }
}
