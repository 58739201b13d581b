package dev.expertd.expertise;

/** An expertise file that expertd leaves alone. The message is one line: what, where, what to do. */
public final class ExpertiseException extends Exception {
    private static final long serialVersionUID = 1L;

    ExpertiseException(String message) {
        super(message);
    }
}
