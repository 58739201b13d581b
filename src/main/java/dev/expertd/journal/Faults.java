package dev.expertd.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells what SQLite's errors mean for whoever reads them, and what mends each. */
final class Faults {
    private static final int PRIMARY = 0xff;

    private Faults() {}

    static JournalException of(Path file, SQLException e) {
        String said = String.valueOf(e.getMessage()).replace('\n', ' ');
        return switch (codeOf(e)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new DamagedJournalException(file, "is damaged (" + said + ")", e);
            case SQLITE_FULL ->
                new JournalException("the journal " + file + " cannot grow: its disk is full; make room on it", e);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new JournalException(
                        "the journal " + file + " is held by another process (" + said + "); try again in a moment", e);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                new JournalException(
                        "the journal " + file + " cannot be written (" + said + "); see that `" + file.getParent()
                                + "` and what is in it are yours and writable",
                        e);
            default ->
                new JournalException(
                        "the journal " + file + " cannot be used: " + said
                                + "; see that its disk has room and is writable",
                        e);
        };
    }

    /** A row that no version of the program writes: its bytes were changed by something else. */
    static DamagedJournalException ofRow(Path file, RuntimeException e) {
        return new DamagedJournalException(file, "holds a row that cannot be read (" + e.getMessage() + ")", e);
    }

    private static SQLiteErrorCode codeOf(SQLException e) {
        int code = e instanceof SQLiteException sqlite ? sqlite.getResultCode().code : e.getErrorCode();
        return SQLiteErrorCode.getErrorCode(code & PRIMARY);
    }
}
