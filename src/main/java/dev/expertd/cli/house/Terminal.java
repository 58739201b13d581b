package dev.expertd.cli.house;

import java.io.IOException;
import java.util.Optional;

/** Where a person sits who can be asked; or nobody does. */
public interface Terminal {
    /** True if somebody can read what is printed and answer it. */
    boolean isInteractive();

    /** Asks, and gives the answer; empty when there is no more input. */
    Optional<String> ask(String question) throws IOException;

    /** Runs a program that takes the terminal over; gives its exit status. */
    int run(ProcessBuilder program) throws IOException;
}
