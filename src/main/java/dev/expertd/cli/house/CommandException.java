package dev.expertd.cli.house;

/** A command cannot do what it was asked. The message is one line: what, where, what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }
}
