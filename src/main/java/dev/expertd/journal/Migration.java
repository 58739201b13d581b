package dev.expertd.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Brings a journal of an older version up to this one, with a copy of it put aside before. */
final class Migration {
    private final Sql sql;
    private final Path file;

    Migration(Sql sql, Path file) {
        this.sql = sql;
        this.file = file;
    }

    void run() throws IOException {
        int version = version();
        if (version > Schema.VERSIONS.size()) {
            throw new JournalException(
                    "the journal " + file + " was written by a newer expertd (schema " + version
                            + "); install that version again",
                    new IllegalStateException("schema " + version));
        }
        if (version == Schema.VERSIONS.size()) {
            return;
        }
        if (version == 0) {
            sql.execute("PRAGMA auto_vacuum = INCREMENTAL"); // only before the first table
        } else {
            new Backups(file).beforeMigration(version);
        }
        sql.inTransaction(() -> {
            for (int next = version(); next < Schema.VERSIONS.size(); next++) {
                Schema.VERSIONS.get(next).forEach(sql::execute);
                sql.execute("PRAGMA user_version = " + (next + 1));
            }
            return true;
        });
    }

    private int version() {
        return sql.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    }
}
