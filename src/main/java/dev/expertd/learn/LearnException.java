package dev.expertd.learn;

/** A pass could not be made. The message is one line for the user: what, where, what to do. */
public final class LearnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LearnException(String message) {
        super(message);
    }

    public LearnException(String message, Throwable cause) {
        super(message, cause);
    }
}
