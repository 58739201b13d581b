package dev.expertd.journal;

import java.nio.file.Path;

/** What lies at the journal's place is no sound journal: nothing may be concluded from it, nor written into it. */
public final class DamagedJournalException extends JournalException {
    private static final long serialVersionUID = 1L;

    DamagedJournalException(Path file, String what, Throwable cause) {
        super(line(file, what), cause);
    }

    /** What is told of a damaged journal, whoever notices: what it is, and what mends it. */
    public static String line(Path file, String what) {
        return "the journal " + file + " " + what
                + "; `expertd doctor --fix` restores it from its backup, or begins anew if none is sound";
    }
}
