package dev.expertd.journal;

/** The journal could not be read or written. The message is one line for the user: what, where, what to do. */
public class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
