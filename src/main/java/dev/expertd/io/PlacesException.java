package dev.expertd.io;

/** The environment does not say where files belong. The message is one line for the user. */
public final class PlacesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlacesException(String message) {
        super(message);
    }
}
