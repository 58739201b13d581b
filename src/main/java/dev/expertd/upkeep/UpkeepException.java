package dev.expertd.upkeep;

/** What somebody asked for cannot be done; the message is one line that says why and what to do instead. */
public final class UpkeepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UpkeepException(String message) {
        super(message);
    }
}
