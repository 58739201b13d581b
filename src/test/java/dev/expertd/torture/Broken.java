package dev.expertd.torture;

/** A promise was broken; the message says which, and by what. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
        super(message);
    }
}
