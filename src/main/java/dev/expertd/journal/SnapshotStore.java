package dev.expertd.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The texts of edited files as they lay there when a run was seen, by blob id, deflated. They are kept until their runs
 * are bound to a commit and drafted from, and a few days at most; they are never shown and never leave the journal.
 */
public final class SnapshotStore {
    /** Bytes of all texts of a repository, deflated; beyond, the oldest go. */
    private static final long ROOM = 64L << 20;

    private final Sql sql;

    SnapshotStore(Sql sql) {
        this.sql = sql;
    }

    /** Keeps texts by blob id; one that is known already is not kept twice. */
    public void keep(String repository, Map<String, String> texts, Instant at) {
        sql.updateAll(
                "INSERT INTO snapshot_text (repository, blob, text, at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (repository, blob) DO UPDATE SET at = excluded.at",
                texts.entrySet().stream()
                        .map(text -> new Object[] {repository, text.getKey(), deflated(text.getValue()), at.toString()})
                        .toList());
    }

    public boolean has(String repository, String blob) {
        return sql.first("SELECT 1 FROM snapshot_text WHERE repository = ? AND blob = ?", row -> true, repository, blob)
                .isPresent();
    }

    public Optional<String> text(String repository, String blob) {
        return sql.first(
                        "SELECT text FROM snapshot_text WHERE repository = ? AND blob = ?",
                        row -> row.getBytes(1),
                        repository,
                        blob)
                .map(SnapshotStore::inflated);
    }

    /** Drops what no run that waits or is still to be drafted from needs, what is older, and what there is no room for. */
    public void forget(String repository, Instant olderThan) {
        sql.update(
                "DELETE FROM snapshot_text WHERE repository = ? AND (at < ? OR blob NOT IN (SELECT c.blob"
                        + " FROM run r JOIN run_changed c ON c.run = r.seq"
                        + " WHERE r.repository = ? AND (r.commit_id = '' OR r.drafted = 0)))",
                repository,
                olderThan.toString(),
                repository);
        sql.update(
                "DELETE FROM snapshot_text WHERE rowid IN (SELECT rowid FROM (SELECT rowid,"
                        + " SUM(LENGTH(text)) OVER (ORDER BY at DESC, rowid DESC) AS room"
                        + " FROM snapshot_text WHERE repository = ?) WHERE room > ?)",
                repository,
                ROOM);
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static String inflated(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new JournalException("the journal holds a damaged snapshot: " + e.getMessage(), e);
        }
    }
}
